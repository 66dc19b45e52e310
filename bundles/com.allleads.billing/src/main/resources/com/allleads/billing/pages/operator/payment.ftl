<#import "status.ftl" as status>
<@ui.live id="payment" to="/operator/payment?id=" + payment.id?url going=payment.open every="2s">
<@ui.card>
<@ui.figure label=t("amount")><@ui.money of=payment.amount/></@ui.figure>
<@ui.facts>
<@ui.fact name=t("state")><@status.badge of=payment.status/></@ui.fact>
<@ui.fact name=t("processor")>${payment.processor}</@ui.fact>
<@ui.fact name=t("payment.key")><code>${payment.key}</code></@ui.fact>
<@ui.fact name=t("payment.made")><@ui.time at=payment.madeAt/></@ui.fact>
<@ui.fact name=t("payment.changed")><@ui.time at=payment.changedAt/></@ui.fact>
<@ui.fact name=t("payment.checks")>${payment.checks}</@ui.fact>
<#if payment.checkAt??><@ui.fact name=t("payment.next-check")><@ui.time at=payment.checkAt/></@ui.fact></#if>
<#if payment.reason??><@ui.fact name=t("payment.reason")><@ui.declared text=payment.reason/></@ui.fact></#if>
<#if payment.note??><@ui.fact name=t("payment.note")><@ui.declared text=payment.note/></@ui.fact></#if>
<@ui.fact name=t("person")><code>${payment.person}</code></@ui.fact>
<@ui.fact name=t("number")><code>${payment.id}</code></@ui.fact>
</@ui.facts>
<#if payment.open && !payment.reachable><p class="quiet">${t("payment.unreachable", payment.processor)}</p></#if>
<#if payment.open && portal.mayAct()><@ui.form to="/operator/payment" submit=t("payment.ask") state=""><@ui.hidden name="id" value=payment.id/></@ui.form></#if>
</@ui.card>
<#list givenUp>
<@ui.card title=t("payment.given-up")>
<@ui.table caption=t("payment.given-up.explained") columns=[t("processor"), t("payment.key"), t("payment.reason"), t("payment.given-up.at")]>
<#items as charge><@ui.row>
<@ui.cell label=t("processor")>${charge.processor}</@ui.cell>
<@ui.cell label=t("payment.key")><code>${charge.chargeKey}</code></@ui.cell>
<@ui.cell label=t("payment.reason")><@ui.declared text=charge.reason/></@ui.cell>
<@ui.cell label=t("payment.given-up.at")><@ui.time at=charge.at/></@ui.cell>
</@ui.row></#items>
</@ui.table>
</@ui.card>
</#list>
</@ui.live>
<p><@ui.button to="/operator/payments" tone="secondary">${t("payments.to")}</@ui.button></p>
