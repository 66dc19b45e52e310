<@ui.figure label=t("panel.waiting")>${waiting?string(",##0")}</@ui.figure>
<@ui.chart of=perDay caption=t("panel.per-day")/>
