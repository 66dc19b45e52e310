<#if id??>
<p class="lead">${t("verify.lead")}</p>
<@ui.card class="measure">
<@ui.form to="/verify" submit=t("verify.submit")>
<@ui.hidden name="id" value=id/>
<@ui.field name="pin" label=t("pin") required=true inputmode="numeric" autocomplete="one-time-code" maxlength="7" hint=t("verify.hint")/>
</@ui.form>
</@ui.card>
<@ui.card title=t("verify.again.title") class="measure">
<@ui.form to="/verify" submit=t("verify.again") tone="secondary" state="">
<@ui.hidden name="id" value=id/>
<@ui.hidden name="again" value="yes"/>
</@ui.form>
</@ui.card>
<#else>
<p class="lead">${t("verify.nobody")}</p>
<p><@ui.button to="/sign-in">${t("sign-in.submit")}</@ui.button></p>
</#if>
