<#if portal.signedIn>
<p class="lead">You are signed in.</p>
<@ui.form to="/sign-out" submit="Sign out" state=""></@ui.form>
<#else>
<p class="lead">You are not signed in.</p>
<p><@ui.button to="/sign-in" tone="secondary">Sign in</@ui.button></p>
</#if>
