<p class="lead">${t("heads.lead")}</p>
<@ui.card title=t("heads.found")>
<p><#if found.breaks?has_content><@ui.status tone="bad">${t("heads.broken", found.breaks?size)}</@ui.status><#elseif found.signedAt??><@ui.status tone="good">${t("heads.valid")}</@ui.status><#else><@ui.status tone="wait">${t("heads.never")}</@ui.status></#if></p>
<#if found.signedAt??><@ui.facts><@ui.fact name=t("heads.at")><@ui.time at=found.signedAt/></@ui.fact></@ui.facts></#if>
<#list found.breaks><ul><#items as each><li><@ui.declared text=each/></li></#items></ul></#list>
</@ui.card>
<#list heads>
<@ui.table caption=t("heads.caption") columns=[t("heads.source"), t("heads.chain"), t("heads.links") + "#", t("heads.hash")]>
<#items as each><@ui.row>
<@ui.cell label=t("heads.source")><code>${each.source}</code></@ui.cell>
<@ui.cell label=t("heads.chain")><code>${each.head.chain}</code></@ui.cell>
<@ui.cell label=t("heads.links") number=true>${each.head.links}</@ui.cell>
<@ui.cell label=t("heads.hash")><code>${each.head.hash[0..15]}</code></@ui.cell>
</@ui.row></#items>
</@ui.table>
</#list>
<#if portal.mayAct()>
<@ui.form to="/operator/heads" submit=t("heads.sign") tone="secondary" state=""></@ui.form>
<h2>${t("heads.renew")}</h2>
<p>${t("heads.renew.explained")}</p>
<@ui.form to="/operator/heads" submit=t("heads.renew") tone="secondary">
<@ui.hidden name="renew" value="yes"/>
<@ui.field name="reason" label=t("heads.reason") use=t("heads.reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
</#if>
