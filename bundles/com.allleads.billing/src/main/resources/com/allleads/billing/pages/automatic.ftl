<p class="lead">${t("automatic.explained")}</p>
<#if set??>
<@ui.card>
<@ui.figure label=t("automatic.below")><@ui.money of=set.threshold/></@ui.figure>
<@ui.figure label=t("automatic.by")><@ui.money of=set.amount/></@ui.figure>
<p class="quiet">${t("automatic.since")} <@ui.time at=set.setAt/></p>
<@ui.form to="/account/automatic-top-up" submit=t("automatic.end") tone="secondary" state=""><@ui.hidden name="end" value="yes"/></@ui.form>
</@ui.card>
</#if>
<@ui.card title=set???then(t("automatic.change"), t("automatic.do"))>
<#if cards?has_content>
<@ui.form to="/account/automatic-top-up" submit=set???then(t("automatic.change"), t("automatic.do"))>
<@ui.field name="threshold" label=t("automatic.threshold", currency) use=t("automatic.threshold.use") required=true inputmode="decimal" autocomplete="off" maxlength="20"/>
<@ui.field name="amount" label=t("amount.in", currency) use=t("amount.bounds", least, most) required=true inputmode="decimal" autocomplete="off" maxlength="20"/>
<@ui.select name="card" label=t("card") options=cards required=true/>
</@ui.form>
<#else>
<@ui.refusal state=form/>
<p>${t("top-up.needs-card")}</p>
<p><@ui.button to="/account/cards">${t("cards.add")}</@ui.button></p>
</#if>
</@ui.card>
<p class="row-of-buttons"><@ui.button to="/account/balance" tone="secondary">${t("balance.to")}</@ui.button></p>
