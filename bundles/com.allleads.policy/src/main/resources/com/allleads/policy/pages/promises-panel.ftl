<@ui.figure label=t("panel.kept")>${t("panel.of", kept, all)}</@ui.figure>
<#if broken != 0><@ui.notice tone="bad"><p>${t("panel.broken", broken)}</p></@ui.notice></#if>
<@ui.chart of=perDay caption=t("panel.per-day")/>
