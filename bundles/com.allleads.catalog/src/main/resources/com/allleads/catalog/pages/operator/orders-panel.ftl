<@ui.figure label=t("orders.today")>${today?string(",##0")}</@ui.figure>
<@ui.chart of=perDay caption=t("orders.per-day")/>
