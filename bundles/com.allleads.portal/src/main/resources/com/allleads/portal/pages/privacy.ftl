<#macro promised promise>
<details><summary><#if promise.state == "KEPT"><@ui.status tone="good">${common("state.KEPT")}</@ui.status><#elseif promise.state == "BROKEN"><@ui.status tone="bad">${common("state.BROKEN")}</@ui.status><#else><@ui.status>${common("state.UNPROVEN")}</@ui.status></#if> <@ui.declared text=promise.text/></summary>
<p class="quiet"><@ui.declared text=promise.note/></p>
<#if promise.evidence?has_content><@ui.facts><#list promise.evidence as name, count><@ui.fact name=ui.words(name)?cap_first>${count?string(",##0")}</@ui.fact></#list></@ui.facts></#if>
</details>
</#macro>
<p class="lead">${t("privacy.lead")}</p>
<@ui.card title=t("privacy.short")>
<ul>
<li>${t("privacy.short.ask")}</li>
<li>${t("privacy.short.use")}</li>
<#if parties??><li>${t("privacy.short.share", parties?size)}</li></#if>
<#if promises??><li>${t("privacy.short.prove", kept?size, promises?size, broken?size)}</li></#if>
</ul>
</@ui.card>
<#if portal.optedOut><@ui.notice tone="good" title=t("privacy.gpc.title")><p>${t("privacy.gpc")}</p></@ui.notice></#if>

<#if version??>
<@ui.card title=t("privacy.says")>
<p class="quiet">${t("privacy.version", version.number)} <@ui.day at=version.publishedAt/>.<#if portal.pages?seq_contains("/privacy/versions")> <@ui.link to="/privacy/versions">${t("privacy.versions")}</@ui.link></#if></p>
<#list version.sections as section>
<h3>${section.title}</h3>
<#list section.text?split("\n\n") as paragraph><p>${paragraph}</p></#list>
</#list>
</@ui.card>
</#if>
<@ui.card title=t("privacy.asked")>
<#if points??>
<#list points as point>
<h3><@ui.declared text=point.title/></h3>
<@ui.table caption=t("privacy.asked.caption") columns=[t("privacy.asked.data"), t("privacy.asked.use"), t("privacy.asked.needed")]>
<#list point.groups as group><@ui.row><@ui.cell label=t("privacy.asked.data")><span>${ui.words(group.name)?cap_first}<#list group.parts> <span class="quiet">(<#items as part>${ui.words(part)}<#sep>, </#items>)</span></#list></span></@ui.cell><@ui.cell label=t("privacy.asked.use")><@ui.declared text=group.use/></@ui.cell><@ui.cell label=t("privacy.asked.needed")>${t(group.required?then("privacy.asked.yes", "privacy.asked.optional"))}</@ui.cell></@ui.row></#list>
</@ui.table>
<#if point.purposes?has_content>
<p>${t("privacy.asked.offered")}</p>
<ul><#list point.purposes as offered><li lang="en"><strong>${offered.title}.</strong> ${offered.text}</li></#list></ul>
</#if>
<#else><p>${t("privacy.asked.none")}</p>
</#list>
<#else><@ui.notice tone="wait"><p>${common("unavailable")}</p></@ui.notice></#if>
</@ui.card>

<@ui.card title=t("privacy.used")>
<#if purposes??>
<ul class="plain-list">
<#list purposes as purpose><li><p><strong lang="en">${purpose.title}</strong> <#if purpose.basis == "CHOICE"><@ui.status tone="good">${t("privacy.used.choice")}</@ui.status><#elseif purpose.basis == "CONTRACT"><@ui.status>${t("privacy.used.contract")}</@ui.status><#else><@ui.status>${t("privacy.used.law")}</@ui.status></#if></p><p class="quiet"><@ui.declared text=purpose.text/></p></li></#list>
</ul>
<#else><@ui.notice tone="wait"><p>${common("unavailable")}</p></@ui.notice></#if>
</@ui.card>

<@ui.card title=t("privacy.others") id="outside-parties">
<#if parties??>
<#list parties>
<p>${t("privacy.others.lead")}</p>
<ul class="plain-list">
<#items as party><li>
<p><strong>${party.declaration.legalName}</strong> <@ui.status><@ui.declared text=party.role/></@ui.status></p>
<@ui.facts>
<@ui.fact name=t("privacy.others.receives")><#list party.declaration.receives as received>${ui.words(received?string)}<#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("privacy.others.keeps")><@ui.declared text=party.declaration.retention/></@ui.fact>
<@ui.fact name=t("privacy.others.does")><#list party.declaration.uses as use>${ui.words(use?string)}<#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("privacy.others.policy")><@ui.outward to=party.declaration.policy?string>${party.declaration.policy?string}</@ui.outward></@ui.fact>
</@ui.facts>
</li></#items>
</ul>
<#else><p>${t("privacy.others.none")}</p>
</#list>
<#else><@ui.notice tone="wait"><p>${common("unavailable")}</p></@ui.notice></#if>
</@ui.card>

<#if retention?has_content>
<@ui.card title=t("privacy.retention")>
<ul class="plain-list"><#list retention as kept><li><p><strong lang="en">${kept.what}</strong></p><p class="quiet"><@ui.declared text=kept.howLong/></p></li></#list></ul>
</@ui.card>
</#if>

<@ui.card title=t("privacy.promises") id="promises">
<#if promises??>
<p>${t("privacy.promises.states", kept?size, promises?size, broken?size, unproven?size)}<#if promises?has_content> ${t("privacy.promises.counted")} <@ui.time at=promises[0].checkedAt/>.</#if></p>
<#list broken as promise><@promised promise=promise/></#list>
<#list kept as promise><@promised promise=promise/></#list>
<#if unproven?has_content>
<h3>${t("privacy.promises.unproven")}</h3>
<p class="quiet">${t("privacy.promises.unproven.why")}</p>
<#list unproven as promise><@promised promise=promise/></#list>
</#if>
<#else><@ui.notice tone="wait"><p>${common("unavailable")}</p></@ui.notice></#if>
</@ui.card>

<@ui.card title=t("privacy.protected")>
<ul><#list measures as measure><li><@ui.declared text=measure/></li></#list></ul>
</@ui.card>

<@ui.card title=t("privacy.can")>
<ul>
<#if portal.pages?seq_contains("/account/data")><li><@ui.link to="/account/data">${t("privacy.can.data")}</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/uses")><li><@ui.link to="/account/uses">${t("privacy.can.uses")}</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/choices")><li><@ui.link to="/account/choices">${t("privacy.can.choices")}</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/deactivation")><li><@ui.link to="/account/deactivation">${t("privacy.can.deactivate")}</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/erasure")><li><@ui.link to="/account/erasure">${t("privacy.can.erase")}</@ui.link></li></#if>
<li>${t("privacy.can.gpc")} ${t("privacy.dnt")}</li>
</ul>
</@ui.card>
