<p class="lead">${t("ledger.explained")}</p>
<@ui.live id="check" to="/operator/ledger" going=(state == "under-way")>
<#switch state>
<#case "under-way"><@ui.card><@ui.progress label=t("ledger.progress", checked, entries) value=checked max=entries/></@ui.card><#break>
<#case "failed"><@ui.notice tone="bad" title=t("ledger.failed")><p>${t("ledger.failed.explained")}</p></@ui.notice><#break>
<#case "ended">
<#if result.valid><@ui.notice tone="good" title=t("ledger.valid")><p>${t("ledger.entries", result.entries)}</p></@ui.notice>
<#else><@ui.notice tone="bad" title=t("ledger.broken")><p><@ui.declared text=result.firstBroken!""/></p></@ui.notice></#if>
<p class="quiet">${t("ledger.checked-at")} <@ui.time at=result.checkedAt/></p>
<#break>
<#default><@ui.empty title=t("ledger.not-begun")></@ui.empty>
</#switch>
<#if state != "under-way" && portal.mayAct()><@ui.form to="/operator/ledger" submit=t("ledger.begin") state=""></@ui.form></#if>
</@ui.live>
