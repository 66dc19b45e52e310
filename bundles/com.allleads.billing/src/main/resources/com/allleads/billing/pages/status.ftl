<#macro badge of><#switch of><#case "SETTLED"><@ui.status tone="good">done</@ui.status><#break><#case "PENDING"><@ui.status tone="wait">on its way</@ui.status><#break><#case "DECLINED"><@ui.status tone="bad">declined</@ui.status><#break><#case "NOT_ATTEMPTED"><@ui.status>not tried</@ui.status><#break><#default><@ui.status tone="wait">not known yet</@ui.status></#switch></#macro>
<#macro listed topUps caption>
<@ui.table caption=caption columns=["Ordered", "Card", "Amount#", "State"]>
<#list topUps as topUp><@ui.row>
<@ui.cell label="Ordered"><@ui.link to="/account/top-up?id=" + topUp.id?url><@ui.time at=topUp.madeAt/></@ui.link></@ui.cell>
<@ui.cell label="Card">${topUp.card}</@ui.cell>
<@ui.cell label="Amount" number=true><@ui.money of=topUp.amount/></@ui.cell>
<@ui.cell label="State"><span><@badge of=topUp.status/></span></@ui.cell>
</@ui.row></#list>
</@ui.table>
</#macro>
