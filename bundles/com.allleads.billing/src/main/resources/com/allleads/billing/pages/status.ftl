<#macro badge of><@ui.status tone={"SETTLED": "good", "PENDING": "wait", "DECLINED": "bad", "NOT_ATTEMPTED": "plain", "UNKNOWN": "wait"}[of]>${t("status." + of)}</@ui.status></#macro>
<#macro listed topUps caption>
<@ui.table caption=caption columns=[t("top-up.ordered"), t("card"), t("amount") + "#", t("state")]>
<#list topUps as topUp><@ui.row>
<@ui.cell label=t("top-up.ordered")><@ui.link to="/account/top-up?id=" + topUp.id?url><@ui.time at=topUp.madeAt/></@ui.link></@ui.cell>
<@ui.cell label=t("card")>${topUp.card!t("card.removed")}</@ui.cell>
<@ui.cell label=t("amount") number=true><@ui.money of=topUp.amount/></@ui.cell>
<@ui.cell label=t("state")><span><@badge of=topUp.status/></span></@ui.cell>
</@ui.row></#list>
</@ui.table>
</#macro>
