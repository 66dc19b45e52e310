<#macro decide choice granted label>
<@ui.form to="/account/choices" submit=label tone="secondary" state="">
<@ui.hidden name="purpose" value=choice.purpose/>
<@ui.hidden name="granted" value=granted/>
<@ui.hidden name="textDigest" value=choice.textDigest/>
</@ui.form>
</#macro>
<p class="lead">What is listed here happens only if you say yes. You can change your mind at any time. A no counts at once; after a no, a yes is asked for twice.</p>
<@ui.refusal state=form/>
<#if yielding?has_content>
<#if optedOut>
<@ui.notice tone="good" title="Opt-out signal honoured">
<p>Your browser sends the Global Privacy Control signal. For your account it counts as a no to: <#list yielding as purpose>${purpose.title}<#sep>, </#list>. The no is recorded below, and holds on your other devices too.</p>
</@ui.notice>
<#elseif signal??>
<@ui.notice title="Opt-out signal on record">
<p>A browser of yours sent the Global Privacy Control signal, last seen <@ui.time at=signal.last/>. For your account it counts as a no to: <#list yielding as purpose>${purpose.title}<#sep>, </#list>.</p>
</@ui.notice>
</#if>
</#if>
<#list choices as choice>
<@ui.card>
<h2>${choice.title} <#if choice.granted><@ui.status tone="good">yes</@ui.status><#elseif choice.receipt??><@ui.status>no</@ui.status><#else><@ui.status>no – you did not decide yet</@ui.status></#if></h2>
<p>${choice.text}</p>
<#if choice.agreedBefore??><@ui.notice title="Your browser and you differ"><p>You said yes on <@ui.day at=choice.agreedBefore/>. Your browser's opt-out signal has since said no, and the no counts. If you want this nevertheless, say yes again.</p></@ui.notice>
<#elseif choice.againstSignal><p class="quiet">Your browser signals a no; you confirmed your yes in spite of it.</p></#if>
<#if choice.receipt??><p class="quiet"><#if choice.signalled>Signalled by your browser<#else>Decided</#if> <@ui.time at=choice.decidedAt/>. <@ui.link to="/account/receipt?id=" + choice.receipt?url>Receipt</@ui.link></p></#if>
<div class="row-of-buttons">
<#if !choice.granted><@decide choice=choice granted="true" label="Say yes"/></#if>
<#if choice.granted || !choice.receipt??><@decide choice=choice granted="false" label="Say no"/></#if>
</div>
</@ui.card>
<#else>
<@ui.empty title="There is nothing to choose at the moment."><p>No part of the site wants to do anything that needs your yes.</p></@ui.empty>
</#list>
