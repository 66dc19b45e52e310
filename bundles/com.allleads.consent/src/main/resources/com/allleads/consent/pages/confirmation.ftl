<p class="lead"><#if refusal?? && refusal.bySignal>Your browser's opt-out signal said no to this on <@ui.day at=refusal.at/>.<#elseif refusal??>You said no to this on <@ui.day at=refusal.at/>.</#if><#if signal> Your browser signals a no at this moment too.</#if> So it is asked once more.</p>
<@ui.card title=purpose.title>
<p>${purpose.text}</p>
<div class="row-of-buttons">
<@ui.form to="/account/choices/confirmation" submit="Yes, I want this" tone="secondary" state="">
<@ui.hidden name="purpose" value=purpose.id/>
<@ui.hidden name="textDigest" value=textDigest/>
</@ui.form>
<@ui.button to="/account/choices" tone="secondary">No, leave it as it is</@ui.button>
</div>
</@ui.card>
