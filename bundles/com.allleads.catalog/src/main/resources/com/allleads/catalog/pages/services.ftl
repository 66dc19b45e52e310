<p class="lead"><#if available??>You can spend <strong><@ui.money of=available/></strong>. </#if>What you order is paid from your balance at once.<#if portal.pages?seq_contains("/account/balance")> <@ui.link to="/account/balance">Top up</@ui.link></#if></p>
<#assign asked = (form.values["service"])!"">
<#if (form.problem?? || form.errors?has_content) && !services?map(s -> s.id)?seq_contains(asked)><@ui.refusal state=form/></#if>
<#if services?has_content>
<div class="columns offers">
<#list services as service>
<#assign mine = (service.id == asked)>
<@ui.card title=service.name>
<@ui.figure label="For one"><@ui.money of=service.price/></@ui.figure>
<@ui.form to="/account/services" submit="Order and pay" state=mine?then(form, "")>
<@ui.hidden name="key" value=mine?then(form.key, form.key + "-" + service?index)/>
<@ui.hidden name="service" value=service.id/>
<@ui.hidden name="price" value=service.shownPrice/>
<div class="field<#if mine && form.errors["quantity"]??> wrong</#if>">
<label for="quantity-${service.id}">How many</label>
<input id="quantity-${service.id}" name="quantity" inputmode="numeric" autocomplete="off" maxlength="7" required value="<#if mine>${form.values["quantity"]!"1"}<#else>1</#if>"<#if mine && form.errors["quantity"]??> aria-invalid="true" aria-describedby="quantity-${service.id}-error"</#if>>
<#if mine && form.errors["quantity"]??><p class="error" id="quantity-${service.id}-error">The quantity ${form.errors["quantity"]}.</p></#if>
</div>
</@ui.form>
</@ui.card>
</#list>
</div>
<#else>
<@ui.empty title="Nothing is for sale at the moment."></@ui.empty>
</#if>
<@ui.card title="Your orders" id="orders" class="apart">
<#list orders>
<@ui.table caption="Newest first" columns=["Ordered", "Service", "Quantity#", "Paid#"]>
<#items as order><@ui.row>
<@ui.cell label="Ordered"><@ui.link to="/account/order?id=" + order.id?url><@ui.time at=order.orderedAt/></@ui.link></@ui.cell>
<@ui.cell label="Service">${order.name}</@ui.cell>
<@ui.cell label="Quantity" number=true>${order.quantity?string(",##0")}</@ui.cell>
<@ui.cell label="Paid" number=true><@ui.money of=order.total/></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=later?then("That was all.", "You have not ordered anything yet.")><#if later><p><@ui.link to="/account/services">Back to the newest</@ui.link></p></#if></@ui.empty>
</#list>
<@ui.pager path="/account/services" next=next!""/>
</@ui.card>
