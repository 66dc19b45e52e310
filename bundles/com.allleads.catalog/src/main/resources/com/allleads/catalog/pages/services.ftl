<#import "state.ftl" as state>
<p class="lead"><#if available??>${t("services.available", available)} </#if>${t("services.explained")}<#if portal.pages?seq_contains("/account/balance")> <@ui.link to="/account/balance">${t("services.top-up")}</@ui.link></#if></p>
<#assign asked = (form.values["service"])!"">
<#if (form.problem?? || form.errors?has_content) && !services?map(s -> s.id)?seq_contains(asked)><@ui.refusal state=form/></#if>
<#if services?has_content>
<div class="columns offers">
<#list services as service>
<#assign mine = (service.id == asked)>
<section class="card"><h2><@ui.declared text=service.name/></h2>
<@ui.figure label=t("for-one")><@ui.money of=service.price/></@ui.figure>
<#if service.deliveryDays??><p class="quiet">${t("services.later", service.deliveryDays)}</p></#if>
<@ui.form to="/account/services" submit=service.deliveryDays???then(t("services.order-later"), t("services.order")) state=mine?then(form, "")>
<@ui.hidden name="key" value=mine?then(form.key, form.key + "-" + service?index)/>
<@ui.hidden name="service" value=service.id/>
<@ui.hidden name="price" value=service.shownPrice/>
<div class="field<#if mine && form.errors["quantity"]??> wrong</#if>">
<label for="quantity-${service.id}">${t("services.how-many")}</label>
<input id="quantity-${service.id}" name="quantity" inputmode="numeric" autocomplete="off" maxlength="7" required value="<#if mine>${form.values["quantity"]!"1"}<#else>1</#if>"<#if mine && form.errors["quantity"]??> aria-invalid="true" aria-describedby="quantity-${service.id}-error"</#if>>
<#if mine && form.errors["quantity"]??><p class="error" id="quantity-${service.id}-error">${t("quantity")} ${explain(form.errors["quantity"])}.</p></#if>
</div>
</@ui.form>
</section>
</#list>
</div>
<#else>
<@ui.empty title=t("services.none")></@ui.empty>
</#if>
<@ui.card title=t("orders") id="orders" class="apart">
<#list orders>
<@ui.table caption=t("newest-first") columns=[t("ordered"), t("service"), t("quantity") + "#", t("price") + "#", t("state")]>
<#items as order><@ui.row>
<@ui.cell label=t("ordered")><@ui.link to="/account/order?id=" + order.id?url><@ui.time at=order.orderedAt/></@ui.link></@ui.cell>
<@ui.cell label=t("service")><@ui.declared text=order.name/></@ui.cell>
<@ui.cell label=t("quantity") number=true>${order.quantity?string(",##0")}</@ui.cell>
<@ui.cell label=t("price") number=true><@ui.money of=order.total/></@ui.cell>
<@ui.cell label=t("state")><span><@state.badge of=order.status/></span></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=later?then(t("that-was-all"), t("orders.none"))><#if later><p><@ui.link to="/account/services">${t("back-to-newest")}</@ui.link></p></#if></@ui.empty>
</#list>
<@ui.pager path="/account/services" next=next!""/>
</@ui.card>
