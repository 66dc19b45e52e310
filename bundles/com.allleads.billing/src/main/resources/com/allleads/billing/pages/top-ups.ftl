<#import "status.ftl" as status>
<@ui.card>
<#if topUps?has_content>
<@status.listed topUps=topUps caption=t("newest-first")/>
<#else>
<@ui.empty title=t("top-ups.none")></@ui.empty>
</#if>
<@ui.pager path="/account/top-ups" next=next!""/>
</@ui.card>
<p><@ui.button to="/account/balance" tone="secondary">${t("balance.to")}</@ui.button></p>
