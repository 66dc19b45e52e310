<#import "diff.ftl" as shown>
<p class="lead">${t("accept.lead")}</p>
<#if due??>
<@ui.card title=t("accept.due", due.number)>
<p><@ui.day at=due.publishedAt/>: <@ui.declared text=due.reason/></p>
<@shown.difference diff=diff/>
<p>${t("accept.until")}</p>
<@ui.form to="/account/policy" submit=t("accept.submit", due.number)>
<@ui.hidden name="version" value=due.number?c/>
</@ui.form>
</@ui.card>
<#elseif inForce??>
<@ui.card title=t("accept.known", inForce.number)><p>${t("accept.nothing")}</p></@ui.card>
<#else><@ui.empty title=t("versions.none")></@ui.empty></#if>
<#if accepted?has_content>
<@ui.card title=t("accept.accepted")>
<ul><#list accepted as acceptance><li><@ui.link to="/privacy/versions?number=" + acceptance.version?c>${t("versions.number", acceptance.version)}</@ui.link>, <@ui.time at=acceptance.acceptedAt/></li></#list></ul>
</@ui.card>
</#if>
<p><@ui.link to="/privacy/versions">${t("versions.all")}</@ui.link></p>
