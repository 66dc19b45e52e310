<#import "fields.ftl" as fields>
<#if review>
<@ui.notice tone="info" title=t("contact.review.title")><p>${t("contact.review")}</p></@ui.notice>
</#if>
<p class="lead">${t("contact.last")} <@ui.day at=reviewedAt/>.</p>
<#if emailPending>
<@ui.card title=t("contact.pending.title")>
<p>${t("contact.pending")}</p>
<@ui.form to="/account/contact" submit=t("contact.confirm") state=pin>
<@ui.hidden name="action" value="confirm"/>
<@ui.field name="pin" label=t("pin") required=true inputmode="numeric" autocomplete="one-time-code" maxlength="7" state=pin/>
</@ui.form>
</@ui.card>
</#if>
<@ui.card>
<@ui.form to="/account/contact" submit=t("contact.save")>
<@ui.hidden name="action" value="correct"/>
<@fields.contact uses=uses/>
<@fields.reply uses=uses/>
<@fields.addresses uses=uses countries=countries/>
</@ui.form>
</@ui.card>
<@ui.card title=t("contact.nothing")>
<@ui.form to="/account/contact" submit=t("contact.right") tone="secondary" state=""><@ui.hidden name="action" value="reviewed"/></@ui.form>
</@ui.card>
