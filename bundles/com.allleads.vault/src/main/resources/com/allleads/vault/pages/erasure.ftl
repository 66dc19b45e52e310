<p class="lead">${t("erasure.lead")}</p>
<@ui.notice tone="wait" title=t("erasure.warning")>
<p>${t("erasure.consequences")}</p>
</@ui.notice>
<@ui.card>
<@ui.form to="/account/erasure" submit=t("erasure.submit") tone="danger">
<@ui.field name="password" label=t("erasure.password") type="password" use=t("erasure.password.use") required=true autocomplete="current-password"/>
</@ui.form>
</@ui.card>
<p class="row-of-buttons"><@ui.button to="/account/data" tone="secondary">${t("erasure.look")}</@ui.button><#if portal.pages?seq_contains("/account/deactivation")><@ui.button to="/account/deactivation" tone="secondary">${t("erasure.deactivate")}</@ui.button></#if></p>
