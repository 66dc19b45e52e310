<#if problem.detail??><p class="lead">${problem.detail}</p></#if>
<#if problem.errors?has_content><ul><#list problem.errors as error><li>${error.field} ${error.message}</li></#list></ul></#if>
<p><#if portal.signedIn && portal.pages?seq_contains("/account")><@ui.button to="/account" tone="secondary">To your account</@ui.button><#else><@ui.button to="/" tone="secondary">To the start page</@ui.button></#if></p>
