<@ui.card>
<@ui.figure label=t("receipt.paid")><@ui.money of=topUp.amount/></@ui.figure>
<@ui.facts>
<@ui.fact name=t("receipt.to-whom")>${portal.site}</@ui.fact>
<#if payer?has_content><@ui.fact name=t("receipt.by-whom")><#list payer as line>${line}<#sep>, </#list></@ui.fact></#if>
<@ui.fact name=t("receipt.for")>${t("receipt.for.text")}</@ui.fact>
<@ui.fact name=t("when")><@ui.time at=topUp.changedAt/></@ui.fact>
<@ui.fact name=t("card")>${topUp.card!t("card.removed")}</@ui.fact>
<@ui.fact name=t("processor")>${topUp.processor}</@ui.fact>
<@ui.fact name=t("number")><code>${topUp.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<p class="quiet">${t("receipt.print")}</p>
<p class="row-of-buttons"><@ui.button to="/account/balance" tone="secondary">${t("balance.to")}</@ui.button></p>
