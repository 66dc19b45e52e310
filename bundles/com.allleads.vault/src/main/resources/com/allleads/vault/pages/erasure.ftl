<p class="lead">The key with which your data is encrypted is destroyed. From then on nobody can read it: not you, not we, in no copy and no backup.</p>
<@ui.notice tone="wait" title="This cannot be undone.">
<p>Your account is closed and you are signed out. Money that is left on your balance is paid back to where it came from. What the law makes us keep, such as payments, stays under a number that leads to nobody.</p>
</@ui.notice>
<@ui.card>
<@ui.form to="/account/erasure" submit="Erase everything about me" tone="danger">
<@ui.field name="password" label="Your password" type="password" use="So that nobody else can do this on a screen that you left open." required=true autocomplete="current-password"/>
</@ui.form>
</@ui.card>
<p class="row-of-buttons"><@ui.button to="/account/data" tone="secondary">Look at your data first</@ui.button><#if portal.pages?seq_contains("/account/deactivation")><@ui.button to="/account/deactivation" tone="secondary">Only deactivate the account</@ui.button></#if></p>
