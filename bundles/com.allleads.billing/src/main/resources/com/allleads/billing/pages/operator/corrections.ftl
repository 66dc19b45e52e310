<p class="lead">${t("corrections.explained")}</p>
<#if portal.mayAct()>
<@ui.card title=t("corrections.make")>
<@ui.form to="/operator/corrections" submit=t("corrections.make")>
<@ui.field name="transaction" label=t("corrections.transaction") use=t("corrections.transaction.use") required=true inputmode="numeric" maxlength="18" autocomplete="off"/>
<@ui.field name="reason" label=t("reason") use=t("reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
</@ui.card>
</#if>
