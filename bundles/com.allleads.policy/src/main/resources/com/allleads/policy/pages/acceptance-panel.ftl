<#if due??><p>${t("accept.panel", due.number)} <@ui.declared text=due.reason/></p></#if>
