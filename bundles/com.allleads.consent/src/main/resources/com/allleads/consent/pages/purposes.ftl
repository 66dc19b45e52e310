<p class="lead">${t("purposes.lead")}</p>
<p>${rules}</p>
<#list purposes>
<@ui.table caption=t("purposes.caption") columns=[t("purposes.purpose"), t("purposes.basis"), t("purposes.granted") + "#", t("purposes.refused") + "#", t("purposes.asked") + "#"]>
<#items as row><@ui.row>
<@ui.cell label=t("purposes.purpose")><strong><@ui.declared row.purpose.title/></strong> <code>${row.purpose.id}</code><br><@ui.declared row.purpose.text/><#if row.purpose.yieldsToSignal><br><span class="quiet">${t("purposes.yields")}</span></#if></@ui.cell>
<@ui.cell label=t("purposes.basis")>${t("basis." + row.purpose.basis)}</@ui.cell>
<@ui.cell label=t("purposes.granted") number=true><#if row.granted??>${row.granted}<#else>–</#if></@ui.cell>
<@ui.cell label=t("purposes.refused") number=true><#if row.refused??>${row.refused}<#else>–</#if></@ui.cell>
<@ui.cell label=t("purposes.asked") number=true><#if row.asked??>${row.asked}<#else>–</#if></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("purposes.none")/></#list>
