<#import "status.ftl" as status>
<#if portal.mayAct()>
<@ui.card title=t("refund.make")>
<p>${t("refund.explained")}</p>
<@ui.form to="/operator/refunds" submit=t("refund.make")>
<@ui.once/>
<@ui.field name="person" label=t("person") use=t("person.use") required=true maxlength="36" autocomplete="off"/>
<@ui.field name="amount" label=t("amount.in", currency) required=true inputmode="decimal" maxlength="20" autocomplete="off"/>
<@ui.field name="reason" label=t("reason") use=t("reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
</@ui.card>
</#if>
<@ui.card title=t("refunds.title")>
<#list refunds>
<@ui.table caption=t("newest-first") columns=[t("when"), t("amount") + "#", t("refunds.back") + "#", t("state"), t("reason"), t("refunds.requester"), t("person")]>
<#items as refund><@ui.row>
<@ui.cell label=t("when")><@ui.time at=refund.madeAt/></@ui.cell>
<@ui.cell label=t("amount") number=true><@ui.money of=refund.amount/></@ui.cell>
<@ui.cell label=t("refunds.back") number=true><@ui.money of=refund.refunded/></@ui.cell>
<@ui.cell label=t("state")><span><@status.badge of=refund.status/></span></@ui.cell>
<@ui.cell label=t("reason")>${refund.reason}</@ui.cell>
<@ui.cell label=t("refunds.requester")>${refund.requester}</@ui.cell>
<@ui.cell label=t("person")><code>${refund.person}</code></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("refunds.none")></@ui.empty>
</#list>
<@ui.pager path="/operator/refunds" next=next!""/>
</@ui.card>
