<#import "status.ftl" as status>
<div class="columns">
<@ui.card>
<@ui.figure label="You can spend"><@ui.money of=available/></@ui.figure>
<#if held.amount?number != 0><p class="quiet"><@ui.money of=held/> more are set aside for orders under way.</p></#if>
<p class="quiet">Services are paid out of this balance. It never goes below zero.</p>
<#if portal.pages?seq_contains("/account/services")><p><@ui.button to="/account/services" tone="secondary">Order something</@ui.button></p></#if>
</@ui.card>
<@ui.card title="Top up">
<#if cards?has_content>
<@ui.form to="/account/balance" submit="Top up">
<@ui.once/>
<@ui.select name="card" label="Card" options=cards required=true/>
<@ui.field name="amount" label="Amount in " + available.currency use="From " + least.text + " to " + most.text + "." required=true inputmode="decimal" autocomplete="off" maxlength="20"/>
</@ui.form>
<#else>
<@ui.refusal state=form/>
<p>To top up you need a card.</p>
<p><@ui.button to="/account/cards">Add a card</@ui.button></p>
</#if>
</@ui.card>
</div>
<#if topUps?has_content>
<@ui.card title="Latest top-ups">
<@status.listed topUps=topUps caption="What became of each stands on its own page."/>
<#if moreTopUps><p><@ui.link to="/account/top-ups" class="button secondary">All top-ups</@ui.link></p></#if>
</@ui.card>
</#if>
<@ui.card title="Statement" id="statement">
<#list lines>
<@ui.table caption="Newest first" columns=["When", "What", "Amount#", "Balance#"]>
<#items as line><@ui.row>
<@ui.cell label="When"><@ui.time at=line.at/></@ui.cell>
<@ui.cell label="What">${line.reason}</@ui.cell>
<@ui.cell label="Amount" number=true><@ui.money of=line.amount sign=true/></@ui.cell>
<@ui.cell label="Balance" number=true><@ui.money of=line.balance/></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=later?then("That was all.", "Nothing has moved yet.")><#if later><p><@ui.link to="/account/balance">Back to the newest</@ui.link></p><#else><p>Once you top up or order, it stands here.</p></#if></@ui.empty>
</#list>
<@ui.pager path="/account/balance" next=next!""/>
</@ui.card>
