<#macro figures meter>
<@ui.table caption=t("metrics.figures") columns=[t("metrics.about"), t("metrics.statistic"), t("metrics.value") + "#"]>
<#list meter.figures as figure><@ui.row>
<@ui.cell label=t("metrics.about")><code>${figure.tags}</code></@ui.cell>
<@ui.cell label=t("metrics.statistic")><code>${figure.statistic}</code></@ui.cell>
<@ui.cell label=t("metrics.value") number=true>${figure.value?string(",##0.###")}</@ui.cell>
</@ui.row></#list>
</@ui.table>
</#macro>
<p class="lead">${t("metrics.lead")}</p>
<#list own as meter>
<@ui.card title=meter.name>
<#if meter.description??><p><@ui.declared text=meter.description/></p></#if>
<#if meter.unit??><p class="quiet">${t("metrics.unit", meter.unit)}</p></#if>
<#if meter.chart??><@ui.chart of=meter.chart caption=meter.name/><#else><@figures meter=meter/></#if>
</@ui.card>
<#else>
<@ui.empty title=t("metrics.none")></@ui.empty>
</#list>
<h2>${t("metrics.machine")}</h2>
<#list machine as meter>
<@ui.card title=meter.name>
<#if meter.description??><p><@ui.declared text=meter.description/></p></#if>
<#if meter.unit??><p class="quiet">${t("metrics.unit", meter.unit)}</p></#if>
<@figures meter=meter/>
</@ui.card>
</#list>
