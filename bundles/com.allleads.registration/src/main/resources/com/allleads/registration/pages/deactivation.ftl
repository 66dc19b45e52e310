<p class="lead">${t("deactivation.lead")}</p>
<@ui.card>
<@ui.form to="/account/deactivation" submit=t("deactivation.submit") tone="danger">
<@ui.field name="password" label=t("deactivation.password") type="password" use=t("deactivation.password.use") required=true autocomplete="current-password"/>
</@ui.form>
</@ui.card>
<p><@ui.button to="/account" tone="secondary">${t("deactivation.leave")}</@ui.button></p>
