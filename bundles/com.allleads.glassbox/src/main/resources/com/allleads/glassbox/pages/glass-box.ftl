<p class="lead">${t("glassbox.lead")}</p>
<#list bundles as bundle>
<@ui.card title=bundle.name>
<@ui.facts>
<@ui.fact name=t("glassbox.standing")><@ui.status tone=(bundle.standing == "BOXED")?then("good", (bundle.standing == "TRUSTED")?then("wait", "bad"))>${t("standing." + bundle.standing)}</@ui.status></@ui.fact>
<@ui.fact name=t("glassbox.bundle")><code>${bundle.version} [${bundle.number?c}]</code></@ui.fact>
<@ui.fact name=t("glassbox.state")>${t("bundle." + bundle.state)}</@ui.fact>
<@ui.fact name=t("glassbox.location")><code>${bundle.location}</code></@ui.fact>
<@ui.fact name=t("glassbox.sees")><#list bundle.sees as name><code>${name}</code><#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("glassbox.offers")><#list bundle.offers as type><code>${type}</code><#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("glassbox.tried")>${bundle.tried}</@ui.fact>
</@ui.facts>
<#if portal.mayAct()>
<#if bundle.standing == "BOXED">
<@ui.form to="/operator/glass-box" submit=t("glassbox.trust") tone="secondary" state=""><@ui.hidden name="trust" value=bundle.number?c/></@ui.form>
<#else>
<@ui.form to="/operator/glass-box" submit=t("glassbox.withdraw") tone="secondary" state=""><@ui.hidden name="withdraw" value=bundle.number?c/></@ui.form>
</#if>
</#if>
</@ui.card>
<#else>
<@ui.empty title=t("glassbox.none")></@ui.empty>
</#list>
<h2>${t("tries.title")}</h2>
<#if tries?has_content>
<@ui.table caption=t("tries.caption") columns=[t("tries.bundle"), t("tries.kind"), t("tries.what"), t("tries.times"), t("tries.last")]>
<#list tries as tried>
<@ui.row>
<@ui.cell label=t("tries.bundle")><code>${tried.bundle}</code></@ui.cell>
<@ui.cell label=t("tries.kind")>${t("kind." + tried.kind)}</@ui.cell>
<@ui.cell label=t("tries.what")><code>${tried.what}</code></@ui.cell>
<@ui.cell label=t("tries.times") number=true>${tried.times}</@ui.cell>
<@ui.cell label=t("tries.last")><@ui.time at=tried.last/></@ui.cell>
</@ui.row>
</#list>
</@ui.table>
<#else>
<@ui.empty title=t("tries.none")></@ui.empty>
</#if>
