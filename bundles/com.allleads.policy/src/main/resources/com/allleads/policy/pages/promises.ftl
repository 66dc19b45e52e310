<@ui.look to="/operator/promises">
<@ui.choose name="state" label=t("promise.state") options=[{"value": "KEPT", "label": common("state.KEPT")}, {"value": "BROKEN", "label": common("state.BROKEN")}, {"value": "UNPROVEN", "label": common("state.UNPROVEN")}] value=state/>
</@ui.look>
<@ui.card>
<#list promises>
<@ui.table caption=t("promises.caption") columns=[t("promise.id"), t("promise.state"), t("promise.text"), t("promise.checked")]>
<#items as promise><@ui.row>
<@ui.cell label=t("promise.id")><@ui.link to="/operator/promises/promise?id=" + promise.id?url>${promise.id}</@ui.link></@ui.cell>
<@ui.cell label=t("promise.state")><@ui.status tone=(promise.state == "KEPT")?then("good", (promise.state == "BROKEN")?then("bad", "plain"))>${common("state." + promise.state)}</@ui.status></@ui.cell>
<@ui.cell label=t("promise.text")><@ui.declared text=promise.text/></@ui.cell>
<@ui.cell label=t("promise.checked")><@ui.time at=promise.checkedAt/></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("promises.none")></@ui.empty>
</#list>
</@ui.card>
