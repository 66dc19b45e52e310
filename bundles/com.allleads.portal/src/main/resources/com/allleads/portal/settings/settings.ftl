<p class="lead">${t("settings.lead")}</p>
<#list groups as group>
<@ui.card title=group.pid>
<p class="quiet"><@ui.declared text=group.description/></p>
<@ui.table caption=t("settings.caption", group.pid) columns=[t("settings.key"), t("settings.value"), t("settings.default"), t("settings.meaning")]>
<#list group.settings as setting><@ui.row>
<@ui.cell label=t("settings.key")><code>${setting.key}</code></@ui.cell>
<@ui.cell label=t("settings.value")><#if setting.changed><@ui.status tone="wait">${setting.value}</@ui.status><#else>${setting.value}</#if></@ui.cell>
<@ui.cell label=t("settings.default")>${setting.initial}</@ui.cell>
<@ui.cell label=t("settings.meaning")><@ui.declared text=setting.description/></@ui.cell>
</@ui.row></#list>
</@ui.table>
</@ui.card>
<#else><@ui.empty title=t("settings.none")></@ui.empty>
</#list>
