<#import "status.ftl" as status>
<#if open?has_content>
<@ui.notice tone="wait" title=t("payments.open")>
<#list open as one><p><@ui.link to="/operator/payments?status=" + one.status>${t("payments.open." + one.status, one.topUps)}</@ui.link>, ${t("payments.oldest")} <@ui.time at=one.oldest/> (${one.age}).</p></#list>
</@ui.notice>
</#if>
<p><@ui.link to="/operator/processor-figures">${t("figures.to")}</@ui.link></p>
<@ui.look to="/operator/payments">
<@ui.choose name="status" label=t("state") options=statuses value=wanted/>
</@ui.look>
<@ui.card>
<#list payments>
<@ui.table caption=t("newest-first") columns=[t("payment.made"), t("age"), t("processor"), t("amount") + "#", t("state")]>
<#items as payment><@ui.row>
<@ui.cell label=t("payment.made")><@ui.link to="/operator/payment?id=" + payment.id?url><@ui.time at=payment.madeAt/></@ui.link></@ui.cell>
<@ui.cell label=t("age")>${payment.age}</@ui.cell>
<@ui.cell label=t("processor")>${payment.processor}</@ui.cell>
<@ui.cell label=t("amount") number=true><@ui.money of=payment.amount/></@ui.cell>
<@ui.cell label=t("state")><span><@status.badge of=payment.status/></span></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("payments.none")></@ui.empty>
</#list>
<@ui.pager path=more next=next!""/>
</@ui.card>
