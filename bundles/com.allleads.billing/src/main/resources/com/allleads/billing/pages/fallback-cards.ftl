<p class="lead">${t("fallback.explained")}</p>
<@ui.card>
<#if cards?has_content>
<@ui.form to="/account/fallback-cards" submit=t("fallback.do")>
<#list places as place>
<@ui.select name="card-" + place label=t("fallback.place", place) options=cards none=t("fallback.none")/>
</#list>
</@ui.form>
<#else>
<p>${t("top-up.needs-card")}</p>
</#if>
</@ui.card>
<p class="row-of-buttons"><@ui.button to="/account/cards" tone="secondary">${t("cards.to")}</@ui.button></p>
