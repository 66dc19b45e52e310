<#-- Anything as it would stand in JSON, for people. -->
<#macro held value>
<#if value?is_boolean>${value?then(t("yes"), t("no"))}
<#elseif value?is_date_like><@ui.time at=value/>
<#elseif value?is_string && !value?is_hash><span translate="no">${value}</span>
<#elseif value?is_number>${value}
<#elseif value?is_sequence>
<#if value?size == 0><span class="quiet">${t("data.nothing")}</span><#else><ul class="plain-list"><#list value as item><li><@held value=item/></li></#list></ul></#if>
<#elseif value?is_hash && value.text?? && value.currency??><@ui.money of=value/>
<#elseif value?is_hash_ex>
<#if value?size == 0><span class="quiet">${t("data.nothing")}</span><#else><@ui.facts><#list value as name, part><#if part??><@ui.fact name=ui.words(name)?cap_first><@held value=part/></@ui.fact></#if></#list></@ui.facts></#if>
<#else><span translate="no">${value}</span></#if>
</#macro>
<p class="lead">${t("data.lead")}</p>
<div class="row-of-buttons spaced">
<#if portal.pages?seq_contains("/account/contact")><@ui.button to="/account/contact">${t("data.correct")}</@ui.button></#if>
<#if !portal.carried><a class="button secondary" href="/api/v1/me/data" download="my-data.json">${t("data.download")}</a></#if>
<#if portal.pages?seq_contains("/account/erasure")><@ui.button to="/account/erasure" tone="secondary">${t("data.erase")}</@ui.button></#if>
</div>
<#if everything.profile??><@ui.card title=t("data.you")><@held value=everything.profile/></@ui.card></#if>
<#if corrections?has_content>
<@ui.card title=t("data.corrections")>
<@ui.table caption=t("data.corrections.caption") columns=[t("data.field"), t("data.corrected"), t("data.wrong")]>
<#list corrections as correction><@ui.row>
<@ui.cell label=t("data.field")>${ui.words(correction.field)}<#if correction.removed> (${t("data.removed")})</#if></@ui.cell>
<@ui.cell label=t("data.corrected")><@ui.time at=correction.at/></@ui.cell>
<@ui.cell label=t("data.wrong")><#list correction.recipients as recipient><@ui.link to="/account/uses?recipient=outside:" + recipient?url>${recipient}</@ui.link><#sep>, <#else>${t("data.nobody")}</#list></@ui.cell>
</@ui.row></#list>
</@ui.table>
</@ui.card>
</#if>
<@ui.card title=t("data.parts")>
<#list everything as part, values><#if part != "profile">
<details><summary>${ui.words(part)?cap_first}</summary><@held value=values/></details>
</#if></#list>
</@ui.card>
<@ui.card title=t("data.retention")>
<@ui.table caption=t("data.retention.caption") columns=[t("data.field"), t("data.kept"), t("data.why")]>
<#list retention as row><@ui.row>
<@ui.cell label=t("data.field")>${ui.words(row.field)?cap_first}</@ui.cell>
<@ui.cell label=t("data.kept")>${row.whileOpen?then(t("data.kept.open", row.days), t("data.kept.written", row.days))}</@ui.cell>
<@ui.cell label=t("data.why")><@ui.declared text=row.why/></@ui.cell>
</@ui.row></#list>
</@ui.table>
</@ui.card>
