<#if problem.detail??><p class="lead">${explain(problem.detail)}</p></#if>
<#if problem.errors?has_content><ul><#list problem.errors as error><li>${ui.words(error.field)} ${explain(error.message)}</li></#list></ul></#if>
<p><#if portal.operator??><@ui.button to="/operator" tone="secondary">${common("to.operator")}</@ui.button><#elseif portal.signedIn && portal.pages?seq_contains("/account")><@ui.button to="/account" tone="secondary">${common("to.account")}</@ui.button><#else><@ui.button to="/" tone="secondary">${common("to.start")}</@ui.button></#if></p>
