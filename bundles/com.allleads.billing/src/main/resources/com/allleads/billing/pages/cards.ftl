<@ui.card>
<#list cards>
<@ui.table caption="Of each card we keep a token that only its processor understands, never the number." columns=["Card", "Processor", "Added", "Remove#"]>
<#items as card><@ui.row>
<@ui.cell label="Card"><span>${card.label}<#if !card.usable> <@ui.status tone="wait">takes no payments at the moment</@ui.status></#if></span></@ui.cell>
<@ui.cell label="Processor">${card.processor}</@ui.cell>
<@ui.cell label="Added"><@ui.day at=card.addedAt/></@ui.cell>
<@ui.cell label="" number=true><@ui.form to="/account/cards" submit="Remove" tone="secondary" class="tight" state=""><@ui.hidden name="remove" value=card.id/></@ui.form></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title="You have no card yet."><p>Add one below to top up your balance.</p></@ui.empty>
</#list>
</@ui.card>
<#list processors as processor>
<#assign ofThis = (refusedAt == processor.name)>
<@ui.card title="Add a card with " + processor.legalName>
<p>${processor.instruction}</p>
<#if ofThis><@ui.refusal state=form/></#if>
<@ui.form to="/account/cards" submit="Add card" state="">
<@ui.hidden name="processor" value=processor.name/>
<#if processor.samples?has_content>
<div class="field"><label for="token-${processor.name}">Card</label>
<select id="token-${processor.name}" name="token" required><#list processor.samples as sample><option value="${sample.token}">${sample.meaning} (${sample.token})</option></#list></select></div>
<#else>
<div class="field"><label for="token-${processor.name}">Token from ${processor.legalName}</label>
<p class="use" id="token-${processor.name}-use">Never a card number: that is for the processor alone.</p>
<input id="token-${processor.name}" name="token" required autocomplete="off" maxlength="500" aria-describedby="token-${processor.name}-use"></div>
</#if>
</@ui.form>
<details><summary><#if processor.outside>${processor.legalName} is another company. What it receives and keeps<#else>What it receives and keeps</#if></summary>
<@ui.facts>
<@ui.fact name="Receives"><#list processor.receives as received>${ui.words(received)}<#sep>, <#else>nothing</#list></@ui.fact>
<@ui.fact name="Keeps">${processor.retention}</@ui.fact>
<@ui.fact name="Does with it"><#list processor.uses as use>${ui.words(use)}<#sep>, <#else>nothing</#list></@ui.fact>
<@ui.fact name="Its own policy"><@ui.outward to=processor.policy>${processor.policy}</@ui.outward></@ui.fact>
</@ui.facts></details>
</@ui.card>
<#else>
<@ui.notice tone="wait" title="No card can be added at the moment."><p>No card processor is connected. Look again later; your balance is not affected.</p></@ui.notice>
</#list>
<#if refusedAt != "" && !processors?map(p -> p.name)?seq_contains(refusedAt)><@ui.refusal state=form/></#if>
