<@ui.card title=t("person.account")>
<@ui.facts>
<@ui.fact name=t("person.id")><code>${id}</code></@ui.fact>
<@ui.fact name=t("person.status")><@ui.status tone=(status == "ACTIVE")?then("good", (status == "UNVERIFIED")?then("wait", "plain"))>${t("status." + status)}</@ui.status></@ui.fact>
<@ui.fact name=t("person.since")><@ui.time at=standing.registeredAt/></@ui.fact>
<#if standing.signedInAt??><@ui.fact name=t("person.signed-in")><@ui.time at=standing.signedInAt/></@ui.fact></#if>
<@ui.fact name=t("person.reviewed")><@ui.day at=standing.reviewedAt/></@ui.fact>
<@ui.fact name=t("person.devices")>${standing.devices}</@ui.fact>
<#if balance??><@ui.fact name=t("person.balance")><@ui.money of=balance.available/></@ui.fact></#if>
</@ui.facts>
<#if portal.pages?seq_contains("/operator/payments") || portal.pages?seq_contains("/operator/orders")>
<p class="quiet"><#if portal.pages?seq_contains("/operator/payments")><@ui.link to="/operator/payments">${t("person.payments")}</@ui.link></#if><#if portal.pages?seq_contains("/operator/orders")> · <@ui.link to="/operator/orders">${t("person.orders")}</@ui.link></#if></p>
</#if>
</@ui.card>
<#if found??>
<@ui.card title=t("person.contact")>
<@ui.facts>
<@ui.fact name=t("person.name")>${found.name!"–"}</@ui.fact>
<@ui.fact name=t("person.email")>${found.email!"–"}</@ui.fact>
<@ui.fact name=t("person.phone")>${found.phone!"–"}</@ui.fact>
<@ui.fact name=t("person.reply")><#if found.replyBy??>${t("reply." + found.replyBy)}<#else>–</#if></@ui.fact>
</@ui.facts>
<p class="quiet">${t("person.noted")}</p>
</@ui.card>
<#else>
<@ui.card title=t("person.contact") class="measure">
<p>${t("person.contact.text")}</p>
<@ui.form to="/operator/people/person" submit=t("person.show")>
<@ui.hidden name="id" value=id/>
<@ui.field name="reason" label=t("person.reason") required=true autocomplete="off" maxlength="300" hint=t("person.reason.hint")/>
</@ui.form>
</@ui.card>
</#if>
<p><@ui.button to="/operator/people" tone="secondary">${t("person.other")}</@ui.button></p>
