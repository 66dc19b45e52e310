<p class="lead">${t("operators.lead")}</p>
<@ui.card>
<#list sessions>
<@ui.table caption=t("operators.title") columns=[t("operators.operator"), t("operators.since"), t("operators.used")]>
<#items as session><@ui.row>
<@ui.cell label=t("operators.operator")><span translate="no">${session.operator}</span></@ui.cell>
<@ui.cell label=t("operators.since")><@ui.time at=session.begunAt/></@ui.cell>
<@ui.cell label=t("operators.used")><@ui.time at=session.usedAt/></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("operators.none")></@ui.empty>
</#list>
</@ui.card>
