<#import "state.ftl" as state>
<@ui.card>
<@ui.figure label=t("price")><@ui.money of=order.total/></@ui.figure>
<@ui.facts>
<@ui.fact name=t("state")><@state.badge of=order.status/></@ui.fact>
<@ui.fact name=t("service")><@ui.declared text=order.name/></@ui.fact>
<@ui.fact name=t("quantity")>${order.quantity?string(",##0")}</@ui.fact>
<@ui.fact name=t("ordered")><@ui.time at=order.orderedAt/></@ui.fact>
<#if order.deliverBy??><@ui.fact name=t("order.by")><@ui.time at=order.deliverBy/></@ui.fact></#if>
<@ui.fact name=t("order.delivered")>${order.delivered?string(",##0")}</@ui.fact>
<@ui.fact name=t("paid")><@ui.money of=order.paid/></@ui.fact>
<#if order.endedAt??><@ui.fact name=t("order.ended")><@ui.time at=order.endedAt/></@ui.fact></#if>
<#if order.actor??><@ui.fact name=t("order.actor")><span translate="no">${order.actor}</span></@ui.fact></#if>
<#if order.reason??><@ui.fact name=t("order.reason")><span lang="">${order.reason}</span></@ui.fact></#if>
<@ui.fact name=t("person")><code>${order.person}</code></@ui.fact>
<@ui.fact name=t("id")><code>${order.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<#if order.status == "ORDERED" && portal.mayAct()>
<div class="columns">
<@ui.card title=t("order.deliver")>
<p>${t("order.deliver.explained")}</p>
<@ui.form to="/operator/order" submit=t("order.deliver") state=(refused != "cancel")?then(form, "")>
<@ui.hidden name="id" value=order.id/><@ui.hidden name="do" value="deliver"/>
<@ui.field name="quantity" label=t("quantity") use=t("order.quantity.use", order.quantity) required=true inputmode="numeric" maxlength="7" autocomplete="off"/>
</@ui.form>
</@ui.card>
<@ui.card title=t("order.cancel")>
<p>${t("order.cancel.explained")}</p>
<@ui.form to="/operator/order" submit=t("order.cancel") tone="secondary" state=(refused == "cancel")?then(form, "")>
<@ui.hidden name="id" value=order.id/><@ui.hidden name="do" value="cancel"/>
<@ui.field name="reason" label=t("order.reason") use=t("order.reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
</@ui.card>
</div>
<#else><@ui.refusal state=form/></#if>
<p><@ui.button to="/operator/orders" tone="secondary">${t("orders.to")}</@ui.button></p>
