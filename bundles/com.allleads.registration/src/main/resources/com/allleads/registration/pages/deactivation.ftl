<p class="lead">A deactivated account cannot be signed in to and gets no messages any more. What is held about you stays until you have it erased.</p>
<@ui.card>
<@ui.form to="/account/deactivation" submit="Deactivate my account" tone="danger">
<@ui.field name="password" label="Your password" type="password" use="So that nobody else can do this on a screen that you left open." required=true autocomplete="current-password"/>
</@ui.form>
</@ui.card>
<p><@ui.button to="/account" tone="secondary">Leave it as it is</@ui.button></p>
