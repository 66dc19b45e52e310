<@ui.card>
<#list cards>
<@ui.table caption=t("cards.caption") columns=[t("card"), t("processor"), t("cards.added-at"), t("cards.remove") + "#"]>
<#items as card><@ui.row>
<@ui.cell label=t("card")><span>${card.label}<#if !card.usable> <@ui.status tone="wait">${t("cards.unusable")}</@ui.status></#if></span></@ui.cell>
<@ui.cell label=t("processor")>${card.processor}</@ui.cell>
<@ui.cell label=t("cards.added-at")><@ui.day at=card.addedAt/></@ui.cell>
<@ui.cell label="" number=true><@ui.form to="/account/cards" submit=t("cards.remove") tone="secondary" class="tight" state=""><@ui.hidden name="remove" value=card.id/></@ui.form></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=t("cards.none")><p>${t("cards.none.explained")}</p></@ui.empty>
</#list>
</@ui.card>
<#if cards?has_content><p><@ui.button to="/account/fallback-cards" tone="secondary">${t("fallback.to")}</@ui.button></p></#if>
<#list processors as processor>
<#assign ofThis = (refusedAt == processor.name)>
<@ui.card title=t("cards.add-with", processor.legalName)>
<p><@ui.declared text=processor.instruction/></p>
<#if ofThis><@ui.refusal state=form/></#if>
<#if processor.redirects>
<p class="quiet">${t("cards.leave.explained", processor.legalName)}</p>
<@ui.form to="/account/cards" submit=t("cards.leave", processor.legalName) state=""><@ui.hidden name="processor" value=processor.name/><@ui.hidden name="leave" value="yes"/></@ui.form>
<#else>
<@ui.form to="/account/cards" submit=t("cards.add") state="">
<@ui.hidden name="processor" value=processor.name/>
<#if processor.samples?has_content>
<div class="field"><label for="token-${processor.name}">${t("card")}</label>
<select id="token-${processor.name}" name="token" required lang="en"><#list processor.samples as sample><option value="${sample.token}">${sample.meaning} (${sample.token})</option></#list></select></div>
<#else>
<div class="field"><label for="token-${processor.name}">${t("cards.token", processor.legalName)}</label>
<p class="use" id="token-${processor.name}-use">${t("cards.token.use")}</p>
<input id="token-${processor.name}" name="token" required autocomplete="off" maxlength="500" aria-describedby="token-${processor.name}-use"></div>
</#if>
</@ui.form>
</#if>
<details><summary>${processor.outside?then(t("party.outside", processor.legalName), t("party.summary"))}</summary>
<@ui.facts>
<@ui.fact name=t("party.receives")><#list processor.receives as received>${ui.words(received)}<#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("party.keeps")><@ui.declared text=processor.retention/></@ui.fact>
<@ui.fact name=t("party.uses")><#list processor.uses as use>${t("use." + use)}<#sep>, <#else>${common("nothing")}</#list></@ui.fact>
<@ui.fact name=t("party.policy")><@ui.outward to=processor.policy>${processor.policy}</@ui.outward></@ui.fact>
</@ui.facts></details>
</@ui.card>
<#else>
<@ui.notice tone="wait" title=t("cards.no-processor")><p>${t("cards.no-processor.explained")}</p></@ui.notice>
</#list>
<#if refusedAt != "" && !processors?map(p -> p.name)?seq_contains(refusedAt)><@ui.refusal state=form/></#if>
