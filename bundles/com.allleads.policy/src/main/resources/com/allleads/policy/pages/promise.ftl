<p class="lead"><@ui.declared text=promise.text/></p>
<@ui.card title=promise.id>
<@ui.facts>
<@ui.fact name=t("promise.state")><@ui.status tone=(promise.state == "KEPT")?then("good", (promise.state == "BROKEN")?then("bad", "plain"))>${common("state." + promise.state)}</@ui.status></@ui.fact>
<#list promise.evidence as name, count><@ui.fact name=ui.words(name)?cap_first>${count?string(",##0")}</@ui.fact></#list>
<@ui.fact name=t("promise.note")><@ui.declared text=promise.note/></@ui.fact>
<@ui.fact name=t("promise.checked")><@ui.time at=promise.checkedAt/></@ui.fact>
</@ui.facts>
<p><@ui.button to="/operator/promises/promise?id=" + promise.id?url tone="secondary">${t("promise.again")}</@ui.button></p>
</@ui.card>
<@ui.card title=t("promise.history")>
<#list turns>
<@ui.table caption=t("promise.history.caption") columns=[t("promise.since"), t("promise.state"), t("promise.then")]>
<#items as turn><@ui.row>
<@ui.cell label=t("promise.since")><@ui.time at=turn.at/></@ui.cell>
<@ui.cell label=t("promise.state")>${common("state." + turn.state)}</@ui.cell>
<@ui.cell label=t("promise.then")><@ui.declared text=turn.evidence/></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("promise.never")></@ui.empty>
</#list>
</@ui.card>
<p><@ui.link to="/operator/promises">${t("promise.all")}</@ui.link></p>
