<#import "status.ftl" as status>
<@ui.card>
<#if topUps?has_content>
<@status.listed topUps=topUps caption="Newest first"/>
<#else>
<@ui.empty title="There are no top-ups here."></@ui.empty>
</#if>
<@ui.pager path="/account/top-ups" next=next!""/>
</@ui.card>
<p><@ui.button to="/account/balance" tone="secondary">Back to your balance</@ui.button></p>
