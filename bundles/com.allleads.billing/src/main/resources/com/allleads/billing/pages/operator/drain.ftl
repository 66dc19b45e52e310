<@ui.notice tone="wait" title=t("drain.sure", name)>
<p>${last?then(t("drain.last", name), t("drain.successor", name))}</p>
<p>${t("drain.in-flight", inFlight)}</p>
</@ui.notice>
<@ui.form to="/operator/processors" submit=t("drain.yes", name) state=""><@ui.hidden name="drain" value=name/><@ui.hidden name="version" value=version/><@ui.hidden name="confirmed" value="yes"/></@ui.form>
<p><@ui.button to="/operator/processors" tone="secondary">${t("drain.no")}</@ui.button></p>
