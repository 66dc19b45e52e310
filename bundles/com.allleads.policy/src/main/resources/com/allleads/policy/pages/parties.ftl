<p class="lead">${t("parties.lead")}</p>
<#list parties as party>
<@ui.card title=party.declaration.legalName>
<@ui.facts>
<@ui.fact name=t("parties.name")>${party.declaration.name}</@ui.fact>
<@ui.fact name=t("parties.role")><@ui.declared text=party.role/></@ui.fact>
<@ui.fact name=t("parties.receives")><#list party.declaration.receives as received>${ui.words(received?string)}<#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("parties.keeps")><@ui.declared text=party.declaration.retention/></@ui.fact>
<@ui.fact name=t("parties.uses")><#list party.declaration.uses as use>${ui.words(use?string)}<#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("parties.policy")><@ui.outward to=party.declaration.policy?string>${party.declaration.policy?string}</@ui.outward></@ui.fact>
</@ui.facts>
</@ui.card>
<#else><@ui.empty title=t("parties.none")></@ui.empty>
</#list>
