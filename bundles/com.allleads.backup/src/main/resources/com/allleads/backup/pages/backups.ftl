<#macro shown of caption acts>
<@ui.table caption=caption columns=[t("backups.file"), t("backups.made"), t("backups.size"), t("backups.rows"), t("backups.state")] + acts?then([t("backups.do")], [])>
<#list of as backup>
<@ui.row>
<@ui.cell label=t("backups.file")><code>${backup.file}</code></@ui.cell>
<@ui.cell label=t("backups.made")><@ui.time at=backup.madeAt/></@ui.cell>
<@ui.cell label=t("backups.size") number=true>${backup.kilobytes} kB</@ui.cell>
<@ui.cell label=t("backups.rows") number=true>${backup.rows}</@ui.cell>
<@ui.cell label=t("backups.state")><@ui.status tone=(backup.state == "VERIFIED")?then("good", (backup.state == "FAILED")?then("bad", "wait"))>${t("state." + backup.state)}</@ui.status><#if backup.problem??> <@ui.declared text=backup.problem/></#if></@ui.cell>
<#if acts><@ui.cell label=t("backups.do")>
<@ui.form to="/operator/backups" submit=t("backups.verify") tone="secondary" state=""><@ui.hidden name="verify" value=backup.file/></@ui.form>
<@ui.form to="/operator/backups" submit=t("restore.title") tone="secondary" state=""><@ui.hidden name="restore" value=backup.file/></@ui.form>
</@ui.cell></#if>
</@ui.row>
</#list>
</@ui.table>
</#macro>
<p class="lead">${t("backups.lead")}</p>
<@ui.live id="backups" to="/operator/backups" going=running>
<#if running>
<@ui.notice><p><#if step??>${t("step." + step)}<#if done gt 0>: ${t("backups.rows.done", done)}</#if><#else>${t("restore.running")}</#if></p></@ui.notice>
</#if>
<#if failure??><@ui.notice tone="bad" title=t("backups.failed")><p><@ui.declared text=failure/></p></@ui.notice></#if>
<#if restored??><@ui.notice title=t("restore.done")><p><@ui.time at=restored/></p></@ui.notice></#if>
<h2>${t("backups.data")}</h2>
<#if data?has_content><@shown of=data caption=t("backups.data.caption") acts=(portal.mayAct() && !running)/><#else><@ui.empty title=t("backups.none")/></#if>
<h2>${t("backups.keys")}</h2>
<p>${t("backups.keys.lead")}</p>
<#if keys?has_content><@shown of=keys caption=t("backups.keys.caption") acts=false/><#else><@ui.empty title=t("backups.none")/></#if>
</@ui.live>
<#if portal.mayAct() && !running><@ui.form to="/operator/backups" submit=t("backups.make")></@ui.form></#if>
