<p class="lead">${t("looks.lead")}</p>
<@ui.card>
<#list looks>
<@ui.table caption=t("looks.title") columns=[t("looks.when"), t("looks.who"), t("looks.why")]>
<#items as look><@ui.row>
<@ui.cell label=t("looks.when")><@ui.time at=look.at/></@ui.cell>
<@ui.cell label=t("looks.who")>${look.operator}</@ui.cell>
<@ui.cell label=t("looks.why")>${look.reason!""}</@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("looks.none")></@ui.empty>
</#list>
</@ui.card>
<#if portal.pages?seq_contains("/account/uses")><p><@ui.link to="/account/uses">${t("looks.uses")}</@ui.link></p></#if>
