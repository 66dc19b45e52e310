<#import "status.ftl" as status>
<#list processors as processor>
<@ui.card title=processor.report.name>
<#if processor.report.refusal??>
<@ui.notice tone="bad" title=t("processors.refused")><p><@ui.declared text=processor.report.refusal/></p></@ui.notice>
</#if>
<@ui.facts>
<#if !processor.report.refusal??>
<@ui.fact name=t("state")><@status.badge of=processor.report.state/></@ui.fact>
<@ui.fact name=t("processors.in-flight")>${processor.report.inFlight}</@ui.fact>
<@ui.fact name=t("processors.legal-name")>${processor.legalName}</@ui.fact>
<@ui.fact name=t("party.receives")><#list processor.report.receives as received>${ui.words(received)}<#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("party.keeps")><@ui.declared text=processor.retention/></@ui.fact>
<@ui.fact name=t("party.policy")><@ui.outward to=processor.policy>${processor.policy}</@ui.outward></@ui.fact>
</#if>
<@ui.fact name=t("processors.bundle")><code>${processor.report.bundle}</code></@ui.fact>
</@ui.facts>
<#if portal.mayAct() && !processor.report.refusal??>
<#if ["ACTIVE", "STANDBY"]?seq_contains(processor.report.state)>
<@ui.form to="/operator/processors" submit=t("processors.drain") tone="secondary" state=""><@ui.hidden name="drain" value=processor.report.name/><@ui.hidden name="version" value=processor.report.version/></@ui.form>
<#else>
<@ui.form to="/operator/processors" submit=t("processors.resume") tone="secondary" state=""><@ui.hidden name="resume" value=processor.report.name/><@ui.hidden name="version" value=processor.report.version/></@ui.form>
</#if>
</#if>
</@ui.card>
<#else>
<@ui.empty title=t("processors.none")><p>${t("processors.none.explained")}</p></@ui.empty>
</#list>
