<#macro decide choice granted label>
<@ui.form to="/account/choices" submit=label tone="secondary" state="">
<@ui.hidden name="purpose" value=choice.purpose/>
<@ui.hidden name="granted" value=granted/>
<@ui.hidden name="textDigest" value=choice.textDigest/>
</@ui.form>
</#macro>
<#macro yieldingTitles><#list yielding as purpose><@ui.declared purpose.title/><#sep>, </#list>.</#macro>
<p class="lead">${t("choices.lead")}</p>
<@ui.refusal state=form/>
<#if yielding?has_content>
<#if optedOut><@ui.notice tone="good" title=t("choices.signal.on")><p>${t("choices.signal.means")} <@yieldingTitles/> ${t("choices.signal.recorded")}</p></@ui.notice>
<#elseif signal??><@ui.notice title=t("choices.signal.seen")><p>${t("choices.signal.last")} <@ui.time at=signal.last/>. ${t("choices.signal.means")} <@yieldingTitles/></p></@ui.notice></#if>
</#if>
<#list choices as choice>
<@ui.card>
<h2><@ui.declared choice.title/> <#if choice.granted><@ui.status tone="good">${t("yes")}</@ui.status><#elseif choice.receipt??><@ui.status>${t("no")}</@ui.status><#else><@ui.status>${t("choices.undecided")}</@ui.status></#if></h2>
<p><@ui.declared choice.text/></p>
<#if choice.agreedBefore??><@ui.notice title=t("choices.conflict")><p>${t("choices.conflict.yes")} <@ui.day at=choice.agreedBefore/>. ${t("choices.conflict.no")}</p></@ui.notice>
<#elseif choice.againstSignal><p class="quiet">${t("choices.against")}</p></#if>
<#if choice.receipt??><p class="quiet"><#if choice.signalled>${t("choices.signalled")}<#else>${t("choices.decided")}</#if> <@ui.time at=choice.decidedAt/>. <@ui.link to="/account/receipt?id=" + choice.receipt?url>${t("choices.receipt")}</@ui.link></p></#if>
<div class="row-of-buttons">
<#if !choice.granted><@decide choice=choice granted="true" label=t("choices.say.yes")/></#if>
<#if choice.granted || !choice.receipt??><@decide choice=choice granted="false" label=t("choices.say.no")/></#if>
</div>
</@ui.card>
<#else>
<@ui.empty title=t("choices.none")><p>${t("choices.none.why")}</p></@ui.empty>
</#list>
