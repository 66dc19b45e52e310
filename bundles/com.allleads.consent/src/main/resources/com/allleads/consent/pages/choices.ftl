<#macro decide choice granted label>
<@ui.form to="/account/choices" submit=label tone="secondary" state="">
<@ui.hidden name="purpose" value=choice.purpose/>
<@ui.hidden name="granted" value=granted/>
<@ui.hidden name="textDigest" value=choice.textDigest/>
</@ui.form>
</#macro>
<p class="lead">What is listed here happens only if you say yes. You can change your mind at any time, one way as easily as the other.</p>
<@ui.refusal state=form/>
<#if optedOut><@ui.notice tone="good" title="Opt-out signal honoured"><p>Your browser asks not to be followed. What you did not decide about yourself counts as a no.</p></@ui.notice></#if>
<#list choices as choice>
<@ui.card>
<h2>${choice.title} <#if choice.granted><@ui.status tone="good">yes</@ui.status><#elseif choice.receipt??><@ui.status>no</@ui.status><#else><@ui.status>no – you did not decide yet</@ui.status></#if></h2>
<p>${choice.text}</p>
<#if choice.receipt??><p class="quiet">Decided <@ui.time at=choice.decidedAt/>. <@ui.link to="/account/receipt?id=" + choice.receipt?url>Receipt</@ui.link></p></#if>
<div class="row-of-buttons">
<#if !choice.granted><@decide choice=choice granted="true" label="Say yes"/></#if>
<#if choice.granted || !choice.receipt??><@decide choice=choice granted="false" label="Say no"/></#if>
</div>
</@ui.card>
<#else>
<@ui.empty title="There is nothing to choose at the moment."><p>No part of the site wants to do anything that needs your yes.</p></@ui.empty>
</#list>
