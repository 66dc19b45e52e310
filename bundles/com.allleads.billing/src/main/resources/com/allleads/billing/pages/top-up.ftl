<#import "status.ftl" as status>
<@ui.live id="top-up" to="/account/top-up?id=" + topUp.id?url going=!settled>
<@ui.notice tone={"SETTLED": "good", "PENDING": "wait", "DECLINED": "bad", "NOT_ATTEMPTED": "info", "UNKNOWN": "wait"}[topUp.status] title=t("top-up." + topUp.status + ".title")>
<p>${t("top-up." + topUp.status + ".text")}<#if topUp.reason??> <@ui.declared text=topUp.reason/></#if></p>
<#if topUp.status != "SETTLED"><p>${t("top-up." + topUp.status + ".next")}</p></#if>
</@ui.notice>
<@ui.card>
<@ui.figure label=t("amount")><@ui.money of=topUp.amount/></@ui.figure>
<@ui.facts>
<@ui.fact name=t("state")><@status.badge of=topUp.status/></@ui.fact>
<@ui.fact name=t("card")>${topUp.card!t("card.removed")}</@ui.fact>
<#if topUp.namedCard??><@ui.fact name=t("top-up.named-card")>${topUp.namedCard}</@ui.fact></#if>
<@ui.fact name=t("processor")>${topUp.processor}</@ui.fact>
<@ui.fact name=t("top-up.ordered")><@ui.time at=topUp.madeAt/></@ui.fact>
<@ui.fact name=t("top-up.changed")><@ui.time at=topUp.changedAt/></@ui.fact>
<#if topUp.chargedBack??><@ui.fact name=t("top-up.charged-back")><@ui.money of=topUp.chargedBack/></@ui.fact></#if>
<@ui.fact name=t("number")><code>${topUp.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<#if topUp.status == "SETTLED"><p><@ui.button to="/account/payment-receipt?id=" + topUp.id?url tone="secondary">${t("receipt.to")}</@ui.button></p></#if>
</@ui.live>
<p class="row-of-buttons"><@ui.button to="/account/balance" tone="secondary">${t("balance.to")}</@ui.button></p>
