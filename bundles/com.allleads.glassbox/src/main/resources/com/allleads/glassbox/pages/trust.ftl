<@ui.notice tone="wait" title=withdraw?then(t("withdraw.sure", bundle), t("trust.sure", bundle))>
<p>${withdraw?then(t("withdraw.explained"), t("trust.explained"))}</p>
<p><code>${location}</code></p>
</@ui.notice>
<@ui.form to="/operator/glass-box" submit=withdraw?then(t("glassbox.withdraw"), t("glassbox.trust"))>
<@ui.hidden name=withdraw?then("withdraw", "trust") value=number/><@ui.hidden name="confirmed" value="yes"/>
<@ui.field name="reason" label=t("trust.reason") use=t("trust.reason.use") required=true maxlength="400" autocomplete="off"/>
</@ui.form>
<p><@ui.button to="/operator/glass-box" tone="secondary">${t("trust.no")}</@ui.button></p>
