<@ui.card class="narrow">
<@ui.form to="/sign-in" submit="Sign in">
<@ui.hidden name="to" value=to/>
<@ui.field name="email" label="Email" type="email" required=true autocomplete="username"/>
<@ui.field name="password" label="Password" type="password" required=true autocomplete="current-password"/>
<@ui.box name="remember" label="Keep me signed in" text="For this a cookie stays in your browser until you sign out. Leave it empty on a computer that others use too."/>
</@ui.form>
</@ui.card>
<p>New here? <@ui.link to="/register">Register</@ui.link></p>
