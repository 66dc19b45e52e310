<p class="lead">${t("figures.explained", days)}</p>
<#list processors as processor>
<@ui.card title=processor.name>
<@ui.table caption=t("figures.caption", days) columns=[t("series.VOLUME") + "#", t("series.SETTLED") + "#", t("series.DECLINED") + "#", t("series.NOT_ATTEMPTED") + "#", t("series.OPEN") + "#"]>
<@ui.row>
<@ui.cell label=t("series.VOLUME") number=true><@ui.money of=processor.volume/></@ui.cell>
<@ui.cell label=t("series.SETTLED") number=true>${processor.outcomes.settled?string(",##0")}</@ui.cell>
<@ui.cell label=t("series.DECLINED") number=true>${processor.outcomes.declined?string(",##0")}</@ui.cell>
<@ui.cell label=t("series.NOT_ATTEMPTED") number=true>${processor.outcomes.notAttempted?string(",##0")}</@ui.cell>
<@ui.cell label=t("series.OPEN") number=true>${(processor.outcomes.pending + processor.outcomes.unknown)?string(",##0")}</@ui.cell>
</@ui.row>
</@ui.table>
<div class="columns">
<@ui.chart of=processor.volumePerDay caption=t("figures.volume", processor.volume.currency)/>
<@ui.chart of=processor.outcomesPerDay caption=t("payments.per-day")/>
</div>
</@ui.card>
<#else>
<@ui.empty title=t("figures.none", days)></@ui.empty>
</#list>
<p><@ui.button to="/operator/payments" tone="secondary">${t("payments.to")}</@ui.button></p>
