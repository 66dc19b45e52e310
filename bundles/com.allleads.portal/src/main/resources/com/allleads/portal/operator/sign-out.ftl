<@ui.card class="narrow">
<p>${t("sign-out.ask")}</p>
<@ui.form to="/operator/sign-out" submit=t("sign-out.submit")></@ui.form>
</@ui.card>
