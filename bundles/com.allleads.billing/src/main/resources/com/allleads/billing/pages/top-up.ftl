<#import "status.ftl" as status>
<#switch topUp.status>
<#case "SETTLED">
<@ui.notice tone="good" title="The money is on your balance."><p>Your card was charged, and the balance grew by the same amount.</p></@ui.notice>
<#break>
<#case "PENDING">
<@ui.notice tone="wait" title="The payment is on its way."><p>The processor has accepted it and will tell us the result. Your balance grows then. You need not do anything.</p></@ui.notice>
<#break>
<#case "DECLINED">
<@ui.notice tone="bad" title="The payment was declined."><p>No money was taken.<#if topUp.reason??> ${topUp.reason}</#if></p><p>You can try another card or another amount.</p></@ui.notice>
<#break>
<#case "NOT_ATTEMPTED">
<@ui.notice tone="info" title="The payment was not made."><p>Nothing was charged, and nothing will be.<#if topUp.reason??> ${topUp.reason}</#if></p><p>You can try again, or use another card.</p></@ui.notice>
<#break>
<#default>
<@ui.notice tone="wait" title="We do not know yet whether your card was charged."><p>The processor did not answer in time. We keep asking until we know, and then this page says so: either the money is on your balance, or none was taken.</p><p>Please do not repeat the payment before that.</p></@ui.notice>
</#switch>
<@ui.card>
<@ui.figure label="Amount"><@ui.money of=topUp.amount/></@ui.figure>
<@ui.facts>
<@ui.fact name="State"><@status.badge of=topUp.status/></@ui.fact>
<@ui.fact name="Card">${topUp.card}</@ui.fact>
<@ui.fact name="Processor">${topUp.processor}</@ui.fact>
<@ui.fact name="Ordered"><@ui.time at=topUp.madeAt/></@ui.fact>
<@ui.fact name="Last news"><@ui.time at=topUp.changedAt/></@ui.fact>
<@ui.fact name="Number"><code>${topUp.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<p class="row-of-buttons"><#if !settled><@ui.button to="/account/top-up?id=" + topUp.id?url>Look again</@ui.button></#if><@ui.button to="/account/balance" tone="secondary">To your balance</@ui.button></p>
