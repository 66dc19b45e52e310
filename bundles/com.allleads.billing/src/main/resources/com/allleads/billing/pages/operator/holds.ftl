<p class="lead">${t("holds.explained")}</p>
<#if portal.mayAct()>
<@ui.card title=t("holds.release")>
<@ui.form to="/operator/holds" submit=t("holds.release")>
<@ui.field name="key" label=t("holds.key") use=t("holds.key.use") required=true maxlength="56" autocomplete="off"/>
<@ui.field name="reason" label=t("reason") use=t("reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
</@ui.card>
</#if>
<@ui.card title=t("holds.title")>
<@ui.look to="/operator/holds">
<@ui.choose name="state" label=t("state") options=states value=state/>
</@ui.look>
<#list holds>
<@ui.table caption=t("newest-first") columns=[t("when"), t("amount") + "#", t("holds.captured") + "#", t("reason"), t("holds.expires"), t("holds.key"), t("person")]>
<#items as hold><@ui.row>
<@ui.cell label=t("when")><@ui.time at=hold.madeAt/></@ui.cell>
<@ui.cell label=t("amount") number=true><@ui.money of=hold.amount/></@ui.cell>
<@ui.cell label=t("holds.captured") number=true><@ui.money of=hold.captured/></@ui.cell>
<@ui.cell label=t("reason")><@ui.declared text=hold.reason/></@ui.cell>
<@ui.cell label=t("holds.expires")><@ui.time at=hold.expires/></@ui.cell>
<@ui.cell label=t("holds.key")><code>${hold.key}</code></@ui.cell>
<@ui.cell label=t("person")><code>${hold.person}</code></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("holds.none")></@ui.empty>
</#list>
<@ui.pager path="/operator/holds?state=" + state next=next!""/>
</@ui.card>
