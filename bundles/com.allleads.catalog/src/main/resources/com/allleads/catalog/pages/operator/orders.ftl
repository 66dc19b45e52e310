<#import "state.ftl" as state>
<@ui.look to="/operator/orders">
<@ui.choose name="service" label=t("service") options=services value=service/>
<@ui.choose name="status" label=t("state") options=statuses value=status/>
</@ui.look>
<@ui.card>
<#list orders>
<@ui.table caption=t("newest-first") columns=[t("ordered"), t("service"), t("quantity") + "#", t("price") + "#", t("state"), t("person")]>
<#items as order><@ui.row>
<@ui.cell label=t("ordered")><@ui.link to="/operator/order?id=" + order.id?url><@ui.time at=order.orderedAt/></@ui.link></@ui.cell>
<@ui.cell label=t("service")><@ui.declared text=order.name/></@ui.cell>
<@ui.cell label=t("quantity") number=true>${order.quantity?string(",##0")}</@ui.cell>
<@ui.cell label=t("price") number=true><@ui.money of=order.total/></@ui.cell>
<@ui.cell label=t("state")><span><@state.badge of=order.status/></span></@ui.cell>
<@ui.cell label=t("person")><code>${order.person}</code></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("orders.none")></@ui.empty>
</#list>
<@ui.pager path=more next=next!""/>
</@ui.card>
