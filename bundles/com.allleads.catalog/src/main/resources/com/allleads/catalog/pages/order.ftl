<#import "state.ftl" as state>
<#assign what><@ui.declared text=order.name/><#if order.quantity != 1>, ${t("order.of-them", order.quantity)}</#if></#assign>
<#if order.status == "PAID"><@ui.confirmation title=t("order.done")><p>${what}</p></@ui.confirmation>
<#elseif order.status == "ORDERED"><@ui.confirmation title=t("order.waiting")><p>${what}</p></@ui.confirmation>
<#elseif order.status == "DELIVERED"><@ui.confirmation title=t("order.was-delivered")><p>${what}</p></@ui.confirmation>
<#elseif order.status == "EXPIRED"><@ui.notice tone="wait" title=t("order.too-late")><p>${what}</p></@ui.notice>
<#else><@ui.notice title=t(order.ownWish?then("order.you-cancelled", "order.was-cancelled"))><p>${what}</p></@ui.notice></#if>
<@ui.card class="apart">
<#if order.status == "ORDERED"><@ui.figure label=t("order.set-aside")><@ui.money of=order.total/></@ui.figure>
<#else><@ui.figure label=t("order.paid")><@ui.money of=order.paid/></@ui.figure></#if>
<@ui.facts>
<@ui.fact name=t("order.to-whom")>${portal.site}</@ui.fact>
<@ui.fact name=t("state")><@state.badge of=order.status/></@ui.fact>
<@ui.fact name=t("service")><@ui.declared text=order.name/></@ui.fact>
<@ui.fact name=t("quantity")>${order.quantity?string(",##0")}</@ui.fact>
<@ui.fact name=t("for-one")><@ui.money of=order.unitPrice/></@ui.fact>
<@ui.fact name=t("ordered")><@ui.time at=order.orderedAt/></@ui.fact>
<#if order.deliverBy??>
<@ui.fact name=t("price")><@ui.money of=order.total/></@ui.fact>
<#if order.status == "ORDERED"><@ui.fact name=t("order.by")><@ui.time at=order.deliverBy/></@ui.fact></#if>
<#if order.status == "DELIVERED"><@ui.fact name=t("order.delivered")>${order.delivered?string(",##0")}</@ui.fact></#if>
<#if order.endedAt??><@ui.fact name=t("order.ended")><@ui.time at=order.endedAt/></@ui.fact></#if>
<#if order.reason??><@ui.fact name=t("order.reason")><span lang="">${order.reason}</span></@ui.fact></#if>
</#if>
<@ui.fact name=t("number")><code>${order.id}</code></@ui.fact>
</@ui.facts>
<#if order.status == "ORDERED">
<p class="quiet">${t("order.waiting.explained")}</p>
<@ui.form to="/account/order" submit=t("order.cancel") tone="secondary"><@ui.hidden name="id" value=order.id/></@ui.form>
<#else><@ui.refusal state=form/></#if>
</@ui.card>
<#if order.status == "PAID" || order.status == "DELIVERED"><p class="quiet">${t("order.receipt")}</p></#if>
<p class="row-of-buttons"><@ui.button to="/account/services" tone="secondary">${t("services.to")}</@ui.button><#if portal.pages?seq_contains("/account/balance")><@ui.button to="/account/balance" tone="secondary">${t("balance.to")}</@ui.button></#if></p>
