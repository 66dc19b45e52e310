<p class="lead">${t("points.lead")}</p>
<#list points as point>
<@ui.card>
<h2><@ui.declared point.title/> <code>${point.id}</code></h2>
<@ui.table caption=t("points.fields") columns=[t("points.field"), t("points.use"), t("points.required")]>
<#list point.fields as field><@ui.row>
<@ui.cell label=t("points.field")>${ui.words(field.name)}</@ui.cell>
<@ui.cell label=t("points.use")><@ui.declared field.use/></@ui.cell>
<@ui.cell label=t("points.required")>${field.required?then(t("yes"), t("no"))}</@ui.cell>
</@ui.row></#list>
</@ui.table>
<p>${t("points.offers")} <#list point.purposes as offered><@ui.declared offered.title/><#sep>, <#else>${t("points.offers.none")}</#list></p>
</@ui.card>
<#else><@ui.empty title=t("points.none")/></#list>
