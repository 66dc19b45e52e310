<#list panels>
<div class="panels">
<#items as panel><@ui.card title=panel.title class="panel">
${panel.content(portal)}
<#if portal.pages?seq_contains(panel.path)><p class="more"><@ui.link to=panel.path>${t("dashboard.more")}<span class="unseen">: ${panel.title}</span></@ui.link></p></#if>
</@ui.card></#items>
</div>
<#else><@ui.empty title=t("dashboard.none")></@ui.empty>
</#list>
