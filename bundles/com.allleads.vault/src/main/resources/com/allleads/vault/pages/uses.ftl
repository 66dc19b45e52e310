<#function named fields><#local words = []><#list fields as field><#local words = words + [ui.words(field)]></#list><#return words?join(", ")></#function>
<#function recipients><#local options = []><#list byRecipient as one><#local options = options + [{"value": one.kind?string?lower_case + ":" + one.name, "label": t("uses.by." + one.kind, one.name)}]></#list><#return options></#function>
<p class="lead">${t("uses.lead")}</p>
<#if byPurpose?has_content>
<@ui.look to="/account/uses">
<@ui.choose name="purpose" label=t("uses.purpose") options=byPurpose value=purpose!""/>
<@ui.choose name="recipient" label=t("uses.recipient") options=recipients() value=recipient!""/>
</@ui.look>
</#if>
<#list days as day>
<@ui.card>
<h2><@ui.day at=day.at/></h2>
<ul class="plain-list"><#list day.uses as use><li>${t("uses.sentence." + use.recipient.kind, named(use.fields), use.recipient.name)} <span class="quiet">${t("uses.for")} <@ui.declared use.purpose/>, <@ui.time at=use.at/></span></li></#list></ul>
</@ui.card>
<#else>
<@ui.empty title=later?then(t("uses.end"), (purpose?? || recipient??)?then(t("uses.none.such"), t("uses.none")))><#if later || purpose?? || recipient??><p><@ui.link to="/account/uses">${t("uses.back")}</@ui.link></p></#if></@ui.empty>
</#list>
<@ui.pager path="/account/uses?purpose=" + (purpose!"")?url + "&recipient=" + (recipient!"")?url next=next!""/>
<#if purposes?has_content>
<@ui.card title=t("uses.purposes")>
<@ui.facts><#list purposes as one><@ui.fact name=one.title><@ui.declared one.text/></@ui.fact></#list></@ui.facts>
</@ui.card>
</#if>
