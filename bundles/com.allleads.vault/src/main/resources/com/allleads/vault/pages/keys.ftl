<p class="lead">${t("keys.lead")}</p>
<@ui.live id="keys" to="/operator/vault-keys" going=state.running>
<#if state.running><@ui.progress label=t("keys.running") value=state.done max=[state.total, 1]?max/></#if>
<#if state.failure??><@ui.notice tone="bad" title=t("keys.failed")><p>${state.failure}</p></@ui.notice></#if>
<#list rotations>
<@ui.table caption=t("keys.caption") columns=[t("keys.generation") + "#", t("keys.begun.at"), t("keys.by"), t("keys.reason"), t("keys.rewrapped") + "#", t("keys.ended"), t("keys.print")]>
<#items as row><@ui.row>
<@ui.cell label=t("keys.generation") number=true>${row.generation?c}</@ui.cell>
<@ui.cell label=t("keys.begun.at")><@ui.time at=row.begunAt/></@ui.cell>
<@ui.cell label=t("keys.by")><span translate="no">${row.begunBy}</span></@ui.cell>
<@ui.cell label=t("keys.reason")><span translate="no">${row.reason}</span></@ui.cell>
<@ui.cell label=t("keys.rewrapped") number=true>${row.rewrapped}</@ui.cell>
<@ui.cell label=t("keys.ended")><#if row.endedAt??><@ui.time at=row.endedAt/><#else><@ui.status tone="wait">${t("keys.under-way")}</@ui.status></#if></@ui.cell>
<@ui.cell label=t("keys.print")><code>${row.print[0..15]}</code></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("keys.never")/></#list>
</@ui.live>
<#if portal.mayAct() && !state.running>
<h2>${t("keys.replace")}</h2>
<p>${t("keys.explained")}</p>
<@ui.form to="/operator/vault-keys" submit=t("keys.replace")>
<@ui.field name="reason" label=t("keys.reason") use=t("keys.reason.use") required=true maxlength="200" autocomplete="off"/>
</@ui.form>
</#if>
