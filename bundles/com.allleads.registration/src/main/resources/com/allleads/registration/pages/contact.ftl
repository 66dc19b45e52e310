<#import "fields.ftl" as fields>
<#if review>
<@ui.notice tone="info" title="Is this still right?"><p>You have not looked through your contact data for a while. If all is well, say so; else correct it below.</p></@ui.notice>
</#if>
<p class="lead">You last looked this through on <@ui.day at=reviewedAt/>.</p>
<#if emailPending>
<@ui.card title="Confirm your new email address">
<p>We have sent a PIN of six digits to it. Until you enter it here, the old address counts.</p>
<@ui.form to="/account/contact" submit="Confirm" state=pin>
<@ui.hidden name="action" value="confirm"/>
<@ui.field name="pin" label="PIN" required=true inputmode="numeric" autocomplete="one-time-code" maxlength="7" state=pin/>
</@ui.form>
</@ui.card>
</#if>
<@ui.card>
<@ui.form to="/account/contact" submit="Save">
<@ui.hidden name="action" value="correct"/>
<@fields.contact uses=uses/>
<@fields.reply uses=uses/>
<@fields.addresses uses=uses countries=countries/>
</@ui.form>
</@ui.card>
<@ui.card title="Nothing to correct?">
<@ui.form to="/account/contact" submit="All of it is right" tone="secondary" state=""><@ui.hidden name="action" value="reviewed"/></@ui.form>
</@ui.card>
