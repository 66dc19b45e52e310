<p class="lead"><#if refusal?? && refusal.bySignal>${t("confirmation.signalled")} <@ui.day at=refusal.at/>.<#elseif refusal??>${t("confirmation.refused")} <@ui.day at=refusal.at/>.</#if><#if signal> ${t("confirmation.signal")}</#if> ${t("confirmation.again")}</p>
<@ui.card>
<h2><@ui.declared purpose.title/></h2>
<p><@ui.declared purpose.text/></p>
<div class="row-of-buttons">
<@ui.form to="/account/choices/confirmation" submit=t("confirmation.yes") tone="secondary" state="">
<@ui.hidden name="purpose" value=purpose.id/>
<@ui.hidden name="textDigest" value=textDigest/>
</@ui.form>
<@ui.button to="/account/choices" tone="secondary">${t("confirmation.no")}</@ui.button>
</div>
</@ui.card>
