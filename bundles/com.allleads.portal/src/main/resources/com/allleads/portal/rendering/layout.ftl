<#macro leave to><li><form method="post" action="${to}" class="inline"><input type="hidden" name="_form" value="${portal.mark}"><#if portal.carried><input type="hidden" name="session" value="${portal.session}"></#if><button type="submit" class="as-link">${common("sign-out")}</button></form></li></#macro>
<#macro entry path label><li><@ui.link to=path current=(portal.path == path)>${label}</@ui.link></li></#macro>
<!DOCTYPE html>
<html lang="${portal.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${portal.title} – ${portal.site}</title>
<link rel="stylesheet" href="${portal.assets}/pico.css">
<link rel="stylesheet" href="${portal.assets}/site.css">
<#if live><meta name="htmx-config" content='{"includeIndicatorStyles": false, "allowEval": false, "selfRequestsOnly": true, "historyCacheSize": 0}'>
<script src="${portal.assets}/htmx.js" defer></script></#if>
<link rel="icon" type="image/svg+xml" href="${portal.assets}/icon.svg">
</head>
<body>
<a class="skip" href="#main">${common("skip")}</a>
<header class="top">
<div class="wide">
<@ui.link to="/" class="brand"><img src="${portal.assets}/icon.svg" alt="" width="28" height="28"> <span>${portal.site}</span></@ui.link>
<nav class="site" aria-label="${common("nav.site")}"><ul>
<#if portal.operator??>
<li class="who">${common("operator.of", portal.operator.name)}<#if !portal.mayAct()> (${common("operator.viewer")})</#if></li>
<#if portal.pages?seq_contains("/operator/sign-out")><@leave to="/operator/sign-out"/></#if>
<#else>
<#list portal.menu as item><#if item.path != "/"><@entry path=item.path label=item.label/></#if></#list>
<#if portal.signedIn>
<#if portal.pages?seq_contains("/sign-out")><@leave to="/sign-out"/></#if>
<#else>
<#if portal.pages?seq_contains("/sign-in")><@entry path="/sign-in" label=common("sign-in")/></#if>
<#if portal.pages?seq_contains("/register")><li><@ui.link to="/register" class="button primary small" current=(portal.path == "/register")>${common("register")}</@ui.link></li></#if>
</#if>
</#if>
</ul></nav>
</div>
</header>
<div class="wide body<#if portal.accountMenu?has_content> with-menu</#if>">
<#if portal.accountMenu?has_content><nav class="account" aria-label="${common(portal.operator???then("nav.operator", "nav.account"))}"><ul>
<#assign section="">
<#list portal.accountMenu as item><#if item.section != section><#assign section=item.section><li class="section">${common(section)}</li></#if><@entry path=item.path label=item.label/></#list>
</ul></nav></#if>
<main id="main" tabindex="-1">
<#if portal.notice??><div class="notice good" role="status"><p>${portal.notice}</p></div></#if>
<h1>${portal.title}</h1>
${content}
</main>
</div>
<footer class="bottom"><div class="wide">
<p>${common("footer", portal.site)}<#if portal.pages?seq_contains("/privacy")> <@ui.link to="/privacy">${common("footer.privacy")}</@ui.link></#if></p>
<#if portal.optedOut><p class="signal">${common("gpc")}</p></#if>
</div></footer>
<#if portal.carried><form id="carry" method="post" action="/"><input type="hidden" name="session" value="${portal.session}"></form></#if>
</body>
</html>
