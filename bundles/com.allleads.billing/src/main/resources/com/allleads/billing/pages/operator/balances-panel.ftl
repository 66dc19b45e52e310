<@ui.figure label=t("balances.held")><@ui.money of=owed/></@ui.figure>
<p class="quiet">${t("balances.explained")}</p>
