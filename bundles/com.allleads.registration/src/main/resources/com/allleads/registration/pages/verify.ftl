<#if id??>
<p class="lead">We have sent you a message with a PIN of six digits. It shows that the message reached you.</p>
<@ui.card class="measure">
<@ui.form to="/verify" submit="Activate my account">
<@ui.hidden name="id" value=id/>
<@ui.field name="pin" label="PIN" required=true inputmode="numeric" autocomplete="one-time-code" maxlength="7" hint="It can be used once, and for a few minutes only."/>
</@ui.form>
</@ui.card>
<@ui.card title="No message, or the PIN is too old?" class="measure">
<@ui.form to="/verify" submit="Send a new PIN" tone="secondary" state="">
<@ui.hidden name="id" value=id/>
<@ui.hidden name="again" value="yes"/>
</@ui.form>
</@ui.card>
<#else>
<p class="lead">To enter your PIN, sign in with your email and password. You are led here from there.</p>
<p><@ui.button to="/sign-in">Sign in</@ui.button></p>
</#if>
