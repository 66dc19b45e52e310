<#import "diff.ftl" as shown>
<p class="lead">${t("versions.lead")}</p>
<#if version??>
<@ui.card title=t("versions.number", version.number)>
<@ui.facts>
<@ui.fact name=t("versions.published")><@ui.time at=version.publishedAt/></@ui.fact>
<@ui.fact name=t("versions.reason")><@ui.declared text=version.reason/></@ui.fact>
</@ui.facts>
</@ui.card>
<#if diff??><@ui.card title=t("versions.changed")><@shown.difference diff=diff/></@ui.card></#if>
<@ui.card title=t("versions.words")>
<#list words as section>
<h3>${section.title}</h3>
<#list section.text?split("\n\n") as paragraph><p>${paragraph}</p></#list>
</#list>
</@ui.card>
<@ui.card title=t("versions.lists")>
<p class="quiet">${t("versions.lists.then")}</p>
<#list version.content.lists.points as point>
<h3><@ui.declared text=point.title/></h3>
<ul><#list point.fields as field><li>${ui.words(field.name)?cap_first}: <@ui.declared text=field.use/></li></#list></ul>
</#list>
<h3>${t("versions.purposes")}</h3>
<ul><#list version.content.lists.purposes as purpose><li lang="en"><strong>${purpose.title}.</strong> ${purpose.text}</li></#list></ul>
<h3>${t("versions.parties")}</h3>
<#list version.content.lists.parties>
<ul><#items as party><li><strong>${party.legalName}</strong> (<@ui.declared text=party.role/>): <#list party.receives as received>${ui.words(received?upper_case?replace("-", "_"))}<#sep>, </#list>. <@ui.declared text=party.retention/></li></#items></ul>
<#else><p>${t("versions.parties.none")}</p></#list>
<h3>${t("versions.retention")}</h3>
<ul><#list version.content.lists.retention as kept><li lang="en"><strong>${kept.what}.</strong> ${kept.howLong}</li></#list></ul>
</@ui.card>
<#else><@ui.empty title=t("versions.none")></@ui.empty></#if>
<@ui.card title=t("versions.all")>
<ul><#list versions as one><li><@ui.link to="/privacy/versions?number=" + one.number?c>${t("versions.number", one.number)}</@ui.link>, <@ui.day at=one.publishedAt/>: <@ui.declared text=one.reason/></li></#list></ul>
</@ui.card>
<p><@ui.link to="/privacy">${t("versions.back")}</@ui.link></p>
