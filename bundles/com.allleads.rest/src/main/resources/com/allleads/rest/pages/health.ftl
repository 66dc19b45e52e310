<#list missing>
<@ui.notice tone="bad" title=t("health.not-ready")><ul><#items as one><li lang="en">${one}</li></#items></ul></@ui.notice>
<#else><@ui.notice tone="good"><p>${t("health.ready")}</p></@ui.notice>
</#list>
<@ui.card title=t("health.process")>
<@ui.facts>
<@ui.fact name=t("health.since")><@ui.time at=since/></@ui.fact>
<@ui.fact name=t("health.java")>${java}</@ui.fact>
<@ui.fact name=t("health.memory")>${t("health.megabytes", usedMegabytes, mostMegabytes)}</@ui.fact>
</@ui.facts>
<@ui.progress label=t("health.memory") value=usedMegabytes max=mostMegabytes/>
</@ui.card>
<@ui.card title=t("health.bundles")>
<@ui.table caption=t("health.bundles.caption") columns=[t("health.name"), t("health.version"), t("health.state"), t("health.changed")]>
<#list bundles as bundle><@ui.row>
<@ui.cell label=t("health.name")>${bundle.name}</@ui.cell>
<@ui.cell label=t("health.version")>${bundle.version}</@ui.cell>
<@ui.cell label=t("health.state")><#if bundle.started><@ui.status tone="good">${t("health.started")}</@ui.status><#else><@ui.status tone="bad">${t("health.stopped")}</@ui.status></#if></@ui.cell>
<@ui.cell label=t("health.changed")><@ui.time at=bundle.changed/></@ui.cell>
</@ui.row></#list>
</@ui.table>
</@ui.card>
