<p class="lead">${t("account.lead")}</p>
<@ui.tiles>
<#list portal.accountMenu as item><#if item.path != portal.path><@ui.tile to=item.path title=item.label>${item.title}</@ui.tile></#if></#list>
<@ui.tile to="/account/contact" title=t("account.contact")>${t("account.contact.text")}</@ui.tile>
<@ui.tile to="/account/looks" title=t("account.looks")>${t("account.looks.text")}</@ui.tile>
</@ui.tiles>
<@ui.card title=t("account.this")>
<@ui.facts>
<#if account.registeredAt??><@ui.fact name=t("account.since")><@ui.day at=account.registeredAt/></@ui.fact></#if>
<#if account.contactReviewedAt??><@ui.fact name=t("account.reviewed")><@ui.day at=account.contactReviewedAt/></@ui.fact></#if>
</@ui.facts>
<p class="quiet"><@ui.link to="/account/deactivation">${t("account.deactivate")}</@ui.link><#if portal.pages?seq_contains("/account/erasure")> · <@ui.link to="/account/erasure">${t("account.erase")}</@ui.link></#if></p>
</@ui.card>
