<p class="lead">${t("fallback.explained")}</p>
<@ui.card>
<#if cards?has_content>
<@ui.form to="/account/fallback-cards" submit=t("fallback.do")>
<#list places as place>
<#if place == 1>
<@ui.select name="card-1" label=t("fallback.place", place) options=cards required=true/>
<#else>
<@ui.select name="card-" + place label=t("fallback.place", place) options=cards none=t("fallback.none")/>
</#if>
</#list>
</@ui.form>
<#if named><@ui.form to="/account/fallback-cards" submit=t("fallback.end") tone="secondary" state=""><@ui.hidden name="end" value="yes"/></@ui.form></#if>
<#else>
<p>${t("top-up.needs-card")}</p>
</#if>
</@ui.card>
<p class="row-of-buttons"><@ui.button to="/account/cards" tone="secondary">${t("cards.to")}</@ui.button></p>
