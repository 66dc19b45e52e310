<#if portal.signedIn>
<p class="lead">${t("sign-out.in")}</p>
<@ui.form to="/sign-out" submit=t("sign-out.submit") state=""></@ui.form>
<#else>
<p class="lead">${t("sign-out.out")}</p>
<p><@ui.button to="/sign-in" tone="secondary">${t("sign-in.submit")}</@ui.button></p>
</#if>
