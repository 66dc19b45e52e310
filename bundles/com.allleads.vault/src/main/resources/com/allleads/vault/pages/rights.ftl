<p class="lead">${t("rights.lead")}</p>
<@ui.card title=t("rights.requests")>
<#list requests>
<@ui.table caption=t("rights.requests.caption") columns=[t("rights.number") + "#", t("rights.kind"), t("rights.received"), t("rights.due")]>
<#items as row><@ui.row>
<@ui.cell label=t("rights.number") number=true>${row.request.id?c}</@ui.cell>
<@ui.cell label=t("rights.kind")>${t("kind." + row.request.kind)}</@ui.cell>
<@ui.cell label=t("rights.received")><@ui.time at=row.request.receivedAt/></@ui.cell>
<@ui.cell label=t("rights.due")><@ui.day at=row.due/><#if row.late> <@ui.status tone="bad">${t("rights.late")}</@ui.status></#if></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("rights.requests.none")/></#list>
</@ui.card>
<@ui.card title=t("rights.notices")>
<p>${t("rights.notices.lead")}</p>
<#list notices>
<@ui.table caption=t("rights.notices.caption") columns=[t("rights.number") + "#", t("rights.party"), t("rights.field"), t("rights.corrected"), t("rights.told")]>
<#items as notice><@ui.row>
<@ui.cell label=t("rights.number") number=true>${notice.id?c}</@ui.cell>
<@ui.cell label=t("rights.party")>${notice.recipient}</@ui.cell>
<@ui.cell label=t("rights.field")>${ui.words(notice.field)} <code>${notice.person}</code></@ui.cell>
<@ui.cell label=t("rights.corrected")><@ui.time at=notice.correctedAt/></@ui.cell>
<@ui.cell label=t("rights.told")><#if portal.mayAct()><@ui.form to="/operator/requests" submit=t("rights.tell") tone="secondary" state=""><@ui.hidden name="notice" value=notice.id?c/></@ui.form><#else>${t("rights.tell.no")}</#if></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("rights.notices.none")/></#list>
</@ui.card>
