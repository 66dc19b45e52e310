<#if portal.signedIn>
<p class="lead">${t("home.back")}</p>
<#if panels?has_content><div class="panels"><#list panels as panel><@ui.card title=panel.title class="panel">
${panel.content(portal)}
<#if portal.pages?seq_contains(panel.path)><p class="more"><@ui.link to=panel.path>${t("home.more")}<span class="unseen">: ${panel.title}</span></@ui.link></p></#if>
</@ui.card></#list></div></#if>
<@ui.tiles><#list portal.accountMenu as item><@ui.tile to=item.path title=item.label>${item.title}</@ui.tile></#list></@ui.tiles>
<#else>
<div class="hero">
<p>${t("home.lead", portal.site)}</p>
<p class="row-of-buttons"><#if portal.pages?seq_contains("/register")><@ui.button to="/register">${t("home.register")}</@ui.button></#if><#if portal.pages?seq_contains("/sign-in")><@ui.button to="/sign-in" tone="secondary">${t("home.sign-in")}</@ui.button></#if></p>
</div>
<div class="columns">
<@ui.card title=t("home.decide")><p>${t("home.decide.text")}</p></@ui.card>
<@ui.card title=t("home.see")><p>${t("home.see.text")}</p></@ui.card>
<@ui.card title=t("home.check")><p>${t("home.check.text")}<#if portal.pages?seq_contains("/privacy")> <@ui.link to="/privacy">${t("home.check.link")}</@ui.link></#if></p></@ui.card>
</div>
</#if>
<#if services?has_content>
<@ui.card title=t("home.services")>
<@ui.table caption=t("home.services.caption") columns=[t("home.service"), t("home.price") + "#"]>
<#list services as service><@ui.row><@ui.cell label=t("home.service")><@ui.declared text=service.name/></@ui.cell><@ui.cell label=t("home.price") number=true><@ui.money of=service.price/></@ui.cell></@ui.row></#list>
</@ui.table>
<#if portal.signedIn && portal.pages?seq_contains("/account/services")><p><@ui.button to="/account/services">${t("home.order")}</@ui.button></p></#if>
</@ui.card>
</#if>
