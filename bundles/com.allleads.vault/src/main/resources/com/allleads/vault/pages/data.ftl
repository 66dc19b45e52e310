<#-- Anything as it would stand in JSON, for people. -->
<#macro held value>
<#if value?is_boolean>${value?then("yes", "no")}
<#elseif value?is_date_like><@ui.time at=value/>
<#elseif value?is_string && !value?is_hash>${value}
<#elseif value?is_number>${value}
<#elseif value?is_sequence>
<#if value?size == 0><span class="quiet">nothing</span><#else><ul class="plain-list"><#list value as item><li><@held value=item/></li></#list></ul></#if>
<#elseif value?is_hash && value.text?? && value.currency??><@ui.money of=value/>
<#elseif value?is_hash_ex>
<#if value?size == 0><span class="quiet">nothing</span><#else><@ui.facts><#list value as name, part><#if part??><@ui.fact name=ui.words(name)?cap_first><@held value=part/></@ui.fact></#if></#list></@ui.facts></#if>
<#else>${value}</#if>
</#macro>
<p class="lead">This is everything, from every part of the site. That you looked at it now is written down among the uses of your data.</p>
<div class="row-of-buttons spaced">
<#if portal.pages?seq_contains("/account/contact")><@ui.button to="/account/contact">Correct something</@ui.button></#if>
<#if !portal.carried><a class="button secondary" href="/api/v1/me/data" download="my-data.json">Download as JSON</a></#if>
<#if portal.pages?seq_contains("/account/erasure")><@ui.button to="/account/erasure" tone="secondary">Have it erased</@ui.button></#if>
</div>
<#if everything.profile??><@ui.card title="About you"><@held value=everything.profile/></@ui.card></#if>
<@ui.card title="From the parts of the site">
<#list everything as part, values><#if part != "profile">
<details><summary>${ui.words(part)?cap_first}</summary><@held value=values/></details>
</#if></#list>
</@ui.card>
