<#if portal.signedIn>
<p class="lead">Good to see you. Everything about your account is one step from here.</p>
<@ui.tiles><#list portal.accountMenu as item><@ui.tile to=item.path title=item.label>${item.title}</@ui.tile></#list></@ui.tiles>
<#else>
<div class="hero">
<p>${portal.site} sells services that you pay for in advance, out of a balance that never goes below zero. Your data stays yours: each use of it has a purpose, and you can look at every single one.</p>
<p class="row-of-buttons"><#if portal.pages?seq_contains("/register")><@ui.button to="/register">Register</@ui.button></#if><#if portal.pages?seq_contains("/sign-in")><@ui.button to="/sign-in" tone="secondary">Sign in</@ui.button></#if></p>
</div>
<div class="columns">
<@ui.card title="You decide"><p>Nothing is ticked in advance. What you did not agree to does not happen, and taking a yes back is as easy as giving it.</p></@ui.card>
<@ui.card title="You see who looked"><p>Who used which of your data, when and for what purpose stands on a page of yours, written before the data is read.</p></@ui.card>
<@ui.card title="We can be checked"><p>Every promise of our privacy policy is counted from live data, around the clock.<#if portal.pages?seq_contains("/privacy")> <@ui.link to="/privacy">See the counts</@ui.link></#if></p></@ui.card>
</div>
</#if>
<#if services?has_content>
<@ui.card title="What you can order">
<@ui.table caption="Prices are for one unit, paid from your balance." columns=["Service", "Price#"]>
<#list services as service><@ui.row><@ui.cell label="Service">${service.name}</@ui.cell><@ui.cell label="Price" number=true><@ui.money of=service.price/></@ui.cell></@ui.row></#list>
</@ui.table>
<#if portal.signedIn && portal.pages?seq_contains("/account/services")><p><@ui.button to="/account/services">Order</@ui.button></p></#if>
</@ui.card>
</#if>
