<@ui.confirmation title=t("order.done")><p><@ui.declared text=order.name/><#if order.quantity != 1>, ${t("order.of-them", order.quantity)}</#if></p></@ui.confirmation>
<@ui.card class="apart">
<@ui.figure label=t("order.paid")><@ui.money of=order.total/></@ui.figure>
<@ui.facts>
<@ui.fact name=t("order.to-whom")>${portal.site}</@ui.fact>
<@ui.fact name=t("service")><@ui.declared text=order.name/></@ui.fact>
<@ui.fact name=t("quantity")>${order.quantity?string(",##0")}</@ui.fact>
<@ui.fact name=t("for-one")><@ui.money of=unitPrice/></@ui.fact>
<@ui.fact name=t("ordered")><@ui.time at=order.orderedAt/></@ui.fact>
<@ui.fact name=t("number")><code>${order.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<p class="quiet">${t("order.receipt")}</p>
<p class="row-of-buttons"><@ui.button to="/account/services" tone="secondary">${t("services.to")}</@ui.button><#if portal.pages?seq_contains("/account/balance")><@ui.button to="/account/balance" tone="secondary">${t("balance.to")}</@ui.button></#if></p>
