<@ui.notice tone="wait" title=t("restore.sure")>
<p>${t("restore.explained")}</p>
<p><code>${file}</code> <@ui.time at=madeAt/></p>
</@ui.notice>
<@ui.form to="/operator/backups" submit=t("restore.title")>
<@ui.hidden name="restore" value=file/><@ui.hidden name="confirmed" value="yes"/>
<@ui.field name="reason" label=t("restore.reason") use=t("restore.reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
<p><@ui.button to="/operator/backups" tone="secondary">${t("restore.no")}</@ui.button></p>
