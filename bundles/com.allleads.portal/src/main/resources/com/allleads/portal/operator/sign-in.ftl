<p class="lead">${t("sign-in.lead")}</p>
<@ui.card class="narrow">
<@ui.form to="/operator/sign-in" submit=t("sign-in.submit")>
<@ui.hidden name="to" value=to/>
<@ui.field name="name" label=t("sign-in.name") required=true autocomplete="username" maxlength="200"/>
<@ui.field name="password" label=t("sign-in.password") type="password" required=true autocomplete="current-password"/>
</@ui.form>
</@ui.card>
