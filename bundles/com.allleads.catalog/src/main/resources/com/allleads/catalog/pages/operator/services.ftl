<@ui.card>
<#list services>
<@ui.table caption=t("services.caption") columns=[t("id"), t("name"), t("price") + "#", t("delivery")] + portal.mayAct()?then([t("services.withdraw") + "#"], [])>
<#items as service><@ui.row>
<@ui.cell label=t("id")><code>${service.id}</code></@ui.cell>
<@ui.cell label=t("name")><@ui.declared text=service.name/></@ui.cell>
<@ui.cell label=t("price") number=true><@ui.money of=service.price/></@ui.cell>
<@ui.cell label=t("delivery")>${service.deliveryDays???then(t("delivery.within", service.deliveryDays!0), t("delivery.at-once"))}</@ui.cell>
<#if portal.mayAct()><@ui.cell label="" number=true><@ui.form to="/operator/services" submit=t("services.withdraw") tone="secondary" class="tight" state=""><@ui.hidden name="withdraw" value=service.id/></@ui.form></@ui.cell></#if>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("services.none")></@ui.empty>
</#list>
</@ui.card>
<#if portal.mayAct()>
<@ui.card title=t("services.set")>
<p>${t("services.set.explained")}</p>
<@ui.form to="/operator/services" submit=t("services.set")>
<@ui.field name="id" label=t("id") use=t("id.use") required=true maxlength="40" pattern="[a-z][a-z0-9\\-]+" autocomplete="off"/>
<@ui.field name="name" label=t("name") required=true maxlength="100" autocomplete="off"/>
<@ui.field name="price" label=t("price") use=t("price.use") required=true inputmode="decimal" maxlength="20" autocomplete="off"/>
<@ui.field name="deliveryDays" label=t("delivery.days") use=t("delivery.days.use") inputmode="numeric" maxlength="4" autocomplete="off"/>
</@ui.form>
</@ui.card>
</#if>
