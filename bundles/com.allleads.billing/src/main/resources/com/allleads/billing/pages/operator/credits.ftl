<p class="lead">${t("credits.explained")}</p>
<@ui.card>
<@ui.figure label=t("credits.given-so-far")><@ui.money of=given/></@ui.figure>
</@ui.card>
<#if portal.mayAct()>
<@ui.card title=t("credits.give")>
<@ui.form to="/operator/promotional-credits" submit=t("credits.give")>
<@ui.once/>
<@ui.field name="person" label=t("person") use=t("person.use") required=true maxlength="36" autocomplete="off"/>
<@ui.field name="amount" label=t("amount.in", currency) required=true inputmode="decimal" maxlength="20" autocomplete="off"/>
<@ui.field name="reason" label=t("reason") use=t("reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
</@ui.card>
</#if>
