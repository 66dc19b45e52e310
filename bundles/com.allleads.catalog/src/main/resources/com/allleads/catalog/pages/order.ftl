<@ui.confirmation title="Ordered and paid."><p>${order.name}<#if order.quantity != 1>, ${order.quantity?string(",##0")} of them</#if></p></@ui.confirmation>
<@ui.card class="apart">
<@ui.figure label="Paid from your balance"><@ui.money of=order.total/></@ui.figure>
<@ui.facts>
<@ui.fact name="Service">${order.name}</@ui.fact>
<@ui.fact name="Quantity">${order.quantity?string(",##0")}</@ui.fact>
<@ui.fact name="For one"><@ui.money of=unitPrice/></@ui.fact>
<@ui.fact name="Ordered"><@ui.time at=order.orderedAt/></@ui.fact>
<@ui.fact name="Number"><code>${order.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<p class="row-of-buttons"><@ui.button to="/account/services" tone="secondary">To services and orders</@ui.button><#if portal.pages?seq_contains("/account/balance")><@ui.button to="/account/balance" tone="secondary">To your balance</@ui.button></#if></p>
