<@ui.figure label=t("accounts.active")>${active?string(",##0")}</@ui.figure>
<@ui.figure label=t("accounts.waiting")>${waiting?string(",##0")}</@ui.figure>
<@ui.chart of=perDay caption=t("accounts.per-day")/>
