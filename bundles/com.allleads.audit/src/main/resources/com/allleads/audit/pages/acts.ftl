<p class="lead">${t("acts.lead")}</p>
<@ui.card title=t("acts.record")>
<p><#if verified.breaks == 0><@ui.status tone="good">${t("acts.whole")}</@ui.status><#else><@ui.status tone="bad">${t("acts.broken", verified.breaks)}</@ui.status></#if></p>
<@ui.facts>
<@ui.fact name=t("acts.entries")>${verified.entries}</@ui.fact>
<#if verified.firstBreak??><@ui.fact name=t("acts.first")>${verified.firstBreak}</@ui.fact></#if>
<@ui.fact name=t("acts.cut-off")>${verified.cutOff}</@ui.fact>
</@ui.facts>
</@ui.card>
<@ui.look to="/operator/acts">
<@ui.enter name="operator" label=t("operator") value=operator/>
<@ui.enter name="action" label=t("action") value=action/>
<@ui.enter name="subject" label=t("subject") value=subject/>
<@ui.choose name="channel" label=t("channel") options=channels value=channel/>
<@ui.choose name="state" label=t("state") options=states value=state/>
</@ui.look>
<@ui.card>
<#list acts>
<@ui.table caption=t("acts.newest") columns=[t("when"), t("operator"), t("action"), t("subject"), t("reason"), t("state")]>
<#items as act><@ui.row>
<@ui.cell label=t("when")><@ui.time at=act.at/></@ui.cell>
<@ui.cell label=t("operator")><span translate="no">${act.operator}</span>, ${t("channel." + act.channel)}</@ui.cell>
<@ui.cell label=t("action")><code>${act.action}</code></@ui.cell>
<@ui.cell label=t("subject")><#if act.subject??><code>${act.kind} ${act.subject}</code></#if></@ui.cell>
<@ui.cell label=t("reason")><#if act.reason??><@ui.declared text=act.reason/></#if></@ui.cell>
<@ui.cell label=t("state")><span><@ui.status tone={"DONE": "good", "REFUSED": "plain", "FAILED": "bad", "OPEN": "wait"}[act.state]>${t("state." + act.state)}</@ui.status><#if act.problem??> <code>${act.problem}</code></#if></span></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("acts.none")></@ui.empty>
</#list>
<@ui.pager path=more next=next!""/>
</@ui.card>
