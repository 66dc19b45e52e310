<p class="lead">Everything about your account, one step away.</p>
<@ui.tiles>
<#list portal.accountMenu as item><#if item.path != portal.path><@ui.tile to=item.path title=item.label>${item.title}</@ui.tile></#if></#list>
<@ui.tile to="/account/contact" title="Contact data">Look it through and correct it</@ui.tile>
</@ui.tiles>
<@ui.card title="This account">
<@ui.facts>
<#if account.registeredAt??><@ui.fact name="Since"><@ui.day at=account.registeredAt/></@ui.fact></#if>
<#if account.contactReviewedAt??><@ui.fact name="Contact data last looked through"><@ui.day at=account.contactReviewedAt/></@ui.fact></#if>
</@ui.facts>
<p class="quiet">You can <@ui.link to="/account/deactivation">deactivate it</@ui.link><#if portal.pages?seq_contains("/account/erasure")>, or have <@ui.link to="/account/erasure">everything about you erased</@ui.link></#if>.</p>
</@ui.card>
