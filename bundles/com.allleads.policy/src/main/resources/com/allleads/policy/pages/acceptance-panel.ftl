<#if due??><p>${t("accept.panel", due.number)} ${due.reason}</p></#if>
