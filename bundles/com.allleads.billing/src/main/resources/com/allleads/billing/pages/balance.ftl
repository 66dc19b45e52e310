<#import "status.ftl" as status>
<div class="columns">
<@ui.card>
<@ui.figure label=t("balance.available")><@ui.money of=available/></@ui.figure>
<#if promotional.amount?number != 0><p class="quiet">${t("balance.promotional", promotional)}</p></#if>
<#if held.amount?number != 0><p class="quiet">${t("balance.held", held)}</p></#if>
<p class="quiet">${t("balance.explained")}</p>
<p class="row-of-buttons"><#if portal.pages?seq_contains("/account/services")><@ui.button to="/account/services" tone="secondary">${t("balance.order")}</@ui.button></#if><@ui.button to="/account/automatic-top-up" tone="secondary">${t("automatic.to")}</@ui.button></p>
</@ui.card>
<@ui.card title=t("top-up.do")>
<#if cards?has_content>
<@ui.form to="/account/balance" submit=t("top-up.do")>
<@ui.once/>
<@ui.select name="card" label=t("card") options=cards required=true/>
<@ui.field name="amount" label=t("amount.in", available.currency) use=t("amount.bounds", least, most) required=true inputmode="decimal" autocomplete="off" maxlength="20"/>
</@ui.form>
<#else>
<@ui.refusal state=form/>
<p>${t("top-up.needs-card")}</p>
<p><@ui.button to="/account/cards">${t("cards.add")}</@ui.button></p>
</#if>
</@ui.card>
</div>
<#if topUps?has_content>
<@ui.card title=t("top-ups.latest")>
<@status.listed topUps=topUps caption=t("top-ups.latest.caption")/>
<#if moreTopUps><p><@ui.link to="/account/top-ups" class="button secondary">${t("top-ups.all")}</@ui.link></p></#if>
</@ui.card>
</#if>
<#if holds?has_content>
<@ui.card title=t("holds.title")>
<@ui.table caption=t("holds.caption") columns=[t("when"), t("what"), t("amount") + "#", t("holds.expires")]>
<#list holds as hold><@ui.row>
<@ui.cell label=t("when")><@ui.time at=hold.madeAt/></@ui.cell>
<@ui.cell label=t("what")><@ui.declared text=hold.reason/></@ui.cell>
<@ui.cell label=t("amount") number=true><@ui.money of=hold.amount/></@ui.cell>
<@ui.cell label=t("holds.expires")><@ui.time at=hold.expires/></@ui.cell>
</@ui.row></#list>
</@ui.table>
</@ui.card>
</#if>
<@ui.card title=t("statement") id="statement">
<@ui.look to="/account/balance#statement">
<@ui.choose name="kind" label=t("statement.kind") options=kinds value=filter.kind/>
<@ui.enter name="from" label=t("statement.from") type="date" value=filter.from/>
<@ui.enter name="to" label=t("statement.to") type="date" value=filter.to/>
</@ui.look>
<#list lines>
<@ui.table caption=t("newest-first") columns=[t("when"), t("statement.kind"), t("what"), t("amount") + "#", t("balance") + "#"]>
<#items as line><@ui.row>
<@ui.cell label=t("when")><@ui.time at=line.at/></@ui.cell>
<@ui.cell label=t("statement.kind")>${t("kind." + line.kind)}</@ui.cell>
<@ui.cell label=t("what")><span><@ui.declared text=line.reason/> <span class="quiet">${t("statement.number", line.transaction)}</span></span></@ui.cell>
<@ui.cell label=t("amount") number=true><@ui.money of=line.amount sign=true/></@ui.cell>
<@ui.cell label=t("balance") number=true><@ui.money of=line.balance/></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<#if later || filtered><@ui.empty title=filtered?then(t("statement.no-such"), t("that-was-all"))><p><@ui.link to="/account/balance">${t("statement.whole")}</@ui.link></p></@ui.empty>
<#else><@ui.empty title=t("statement.none")><p>${t("statement.none.explained")}</p></@ui.empty></#if>
</#list>
<@ui.pager path=more next=next!""/>
<#if lines?has_content || later>
<@ui.look to="/account/statement" submit=t("statement.file") class="download">
<@ui.hidden name="kind" value=filter.kind/><@ui.hidden name="from" value=filter.from/><@ui.hidden name="to" value=filter.to/>
</@ui.look>
<p class="quiet">${t("statement.file.explained")}</p>
</#if>
</@ui.card>
