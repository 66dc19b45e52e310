<p class="lead">${t("settings.lead")}</p>
<#list groups as group>
<@ui.card title=group.pid>
<p class="quiet"><@ui.declared text=group.description/></p>
<@ui.facts>
<#list group.settings as setting><@ui.fact name=setting.key code=true>
<p><#if setting.value == "">${t("settings.empty")}<#else><strong>${setting.value}</strong></#if><#if setting.changed> <@ui.status tone="wait">${t("settings.changed", (setting.initial == "")?then(t("settings.empty"), setting.initial))}</@ui.status></#if></p>
<p class="quiet"><@ui.declared text=setting.description/></p>
</@ui.fact></#list>
</@ui.facts>
</@ui.card>
<#else><@ui.empty title=t("settings.none")></@ui.empty>
</#list>
