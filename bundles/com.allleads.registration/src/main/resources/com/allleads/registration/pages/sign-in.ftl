<@ui.card class="narrow">
<@ui.form to="/sign-in" submit=t("sign-in.submit")>
<@ui.hidden name="to" value=to/>
<@ui.field name="email" label=t("email") type="email" required=true autocomplete="username"/>
<@ui.field name="password" label=t("password") type="password" required=true autocomplete="current-password"/>
<@ui.box name="remember" label=t("sign-in.remember") text=t("sign-in.remember.text")/>
</@ui.form>
</@ui.card>
<p>${t("sign-in.new")} <@ui.link to="/register">${t("register.submit")}</@ui.link></p>
