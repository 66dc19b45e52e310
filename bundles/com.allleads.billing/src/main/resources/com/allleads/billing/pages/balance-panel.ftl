<@ui.figure label=t("balance.available")><@ui.money of=available/></@ui.figure>
<#list open as topUp><p><@ui.link to="/account/top-up?id=" + topUp.id?url>${t("top-up.open", topUp.amount)}</@ui.link></p></#list>
<#if !hasCard><p>${t("top-up.needs-card")} <@ui.link to="/account/cards">${t("cards.add")}</@ui.link></p></#if>
