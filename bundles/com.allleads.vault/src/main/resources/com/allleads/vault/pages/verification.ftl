<p class="lead">${t("verification.lead")}</p>
<@ui.live id="verification" to="/operator/uses" going=state.running>
<#if state.running><@ui.progress label=t("verification.running") value=state.done max=[state.total, 1]?max/></#if>
<#if state.last??>
<@ui.card title=t("verification.found")>
<p><#if state.last.report.breaks == 0><@ui.status tone="good">${t("verification.valid")}</@ui.status><#else><@ui.status tone="bad">${t("verification.broken", state.last.report.breaks)}</@ui.status></#if> <@ui.time at=state.last.at/></p>
<@ui.facts>
<@ui.fact name=t("verification.uses")>${state.last.report.uses}</@ui.fact>
<@ui.fact name=t("verification.batches")>${state.last.report.batches}</@ui.fact>
<@ui.fact name=t("verification.chains")>${state.last.report.chains}</@ui.fact>
<@ui.fact name=t("verification.signed")><#if state.last.report.signedAt??><@ui.time at=state.last.report.signedAt/><#else>${t("verification.unsigned")}</#if></@ui.fact>
<#if state.last.report.firstBreak??><@ui.fact name=t("verification.first")>${state.last.report.firstBreak}</@ui.fact></#if>
</@ui.facts>
</@ui.card>
<#elseif !state.running><@ui.empty title=t("verification.never")/></#if>
</@ui.live>
<#if portal.mayAct() && !state.running><@ui.form to="/operator/uses" submit=t("verification.start")></@ui.form></#if>
