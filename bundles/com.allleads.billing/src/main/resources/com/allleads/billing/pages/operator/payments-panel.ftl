<#list open as one><p><@ui.status tone="wait">${t("payments.open." + one.status, one.topUps)}</@ui.status></p></#list>
<@ui.chart of=perDay caption=t("payments.per-day")/>
