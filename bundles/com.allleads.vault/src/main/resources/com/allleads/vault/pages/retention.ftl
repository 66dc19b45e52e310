<p class="lead">${t("retention.lead")}</p>
<@ui.live id="retention" to="/operator/retention" going=state.running>
<#if state.running><@ui.progress label=t("retention.running") value=state.done max=[state.total, 1]?max/></#if>
<#if state.failed><@ui.notice tone="bad" title=t("retention.failed")></@ui.notice></#if>
<#list sweeps as sweep>
<@ui.card title=t("retention.sweep", sweep.id?c)>
<@ui.facts>
<@ui.fact name=t("retention.started")><@ui.time at=sweep.startedAt/></@ui.fact>
<@ui.fact name=t("retention.by")><#if sweep.startedBy == "schedule">${t("retention.schedule")}<#else><span translate="no">${sweep.startedBy}</span></#if></@ui.fact>
<@ui.fact name=t("retention.ended")><#if sweep.endedAt??><@ui.time at=sweep.endedAt/><#else><@ui.status tone="wait">${t("retention.not-ended")}</@ui.status></#if></@ui.fact>
<@ui.fact name=t("retention.people")>${sweep.people}</@ui.fact>
<@ui.fact name=t("retention.erased")>${sweep.erased}</@ui.fact>
</@ui.facts>
<#list sweep.fields>
<@ui.table caption=t("retention.caption") columns=[t("retention.field"), t("retention.due") + "#", t("retention.deleted") + "#", t("retention.kept") + "#", t("retention.why")]>
<#items as row><@ui.row>
<@ui.cell label=t("retention.field")>${ui.words(row.field)}</@ui.cell>
<@ui.cell label=t("retention.due") number=true>${row.due}</@ui.cell>
<@ui.cell label=t("retention.deleted") number=true>${row.deleted}</@ui.cell>
<@ui.cell label=t("retention.kept") number=true>${row.kept}</@ui.cell>
<@ui.cell label=t("retention.why")><#if row.why??><@ui.declared text=row.why/></#if></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><p>${t("retention.nothing")}</p></#list>
</@ui.card>
<#else><@ui.empty title=t("retention.never")/></#list>
</@ui.live>
<#if portal.mayAct() && !state.running><@ui.form to="/operator/retention" submit=t("retention.start")></@ui.form></#if>
<h2>${t("retention.rules")}</h2>
<@ui.table caption=t("retention.rules.caption") columns=[t("retention.field"), t("data.kept"), t("retention.purpose"), t("data.why")]>
<#list rules as row><@ui.row>
<@ui.cell label=t("retention.field")>${ui.words(row.field)}</@ui.cell>
<@ui.cell label=t("data.kept")>${row.whileOpen?then(t("data.kept.open", row.days), t("data.kept.written", row.days))}</@ui.cell>
<@ui.cell label=t("retention.purpose")><code>${row.purpose}</code></@ui.cell>
<@ui.cell label=t("data.why")><@ui.declared text=row.why/></@ui.cell>
</@ui.row></#list>
</@ui.table>
