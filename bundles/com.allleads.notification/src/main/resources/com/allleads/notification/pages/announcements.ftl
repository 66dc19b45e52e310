<p class="lead">${t("announcements.lead")}</p>
<@ui.live id="announcements" to="/operator/announcements" going=going every="2s">
<#list announcements as one><#if !one.complete><@ui.progress label=t("announcements.going", one.number) value=one.done max=one.all/></#if></#list>
<#list announcements>
<@ui.chart of=chart caption=t("announcements.chart") label=t("announcements.number")/>
<@ui.table caption=t("announcements.caption", most) columns=[t("announcements.subject"), t("announcements.at"), t("announcements.accounts") + "#", t("announcements.stored") + "#", t("announcements.delivered") + "#", t("state")]>
<#items as one><@ui.row>
<@ui.cell label=t("announcements.subject")><details><summary>${one.number?c}: ${one.subject}</summary><#list one.text?split("\n\n") as paragraph><p>${paragraph}</p></#list></details></@ui.cell>
<@ui.cell label=t("announcements.at")><span><@ui.time at=one.at/>, <span translate="no">${one.by}</span></span></@ui.cell>
<@ui.cell label=t("announcements.accounts") number=true>${(one.accounts?string(",##0"))!"–"}</@ui.cell>
<@ui.cell label=t("announcements.stored") number=true>${one.stored?string(",##0")}</@ui.cell>
<@ui.cell label=t("announcements.delivered") number=true>${one.delivered?string(",##0")}</@ui.cell>
<@ui.cell label=t("state")><span><#if one.complete><@ui.status tone="good">${t("announcements.complete")}</@ui.status><#else><@ui.status tone="wait">${t("announcements.under-way")}</@ui.status></#if><#if one.givenUp != 0> ${t("announcements.given-up")}: ${one.givenUp?string(",##0")}.</#if><#if one.cancelled != 0> ${t("announcements.cancelled")}: ${one.cancelled?string(",##0")}.</#if></span></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("announcements.none")></@ui.empty></#list>
</@ui.live>
<#if portal.mayAct()>
<@ui.card title=t("announcements.new")>
<p>${t("announcements.what")}</p>
<@ui.form to="/operator/announcements" submit=t("announcements.submit")>
<#list ["en", "es"] as language>
<@ui.group title=t("announcements.in." + language)>
<@ui.field name="subject." + language label=t("announcements.subject." + language) lang=language required=true maxlength=longestSubject?c autocomplete="off"/>
<@ui.area name="text." + language label=t("announcements.text." + language) use=t("announcements.text.use", longestText) lang=language required=true/>
</@ui.group>
</#list>
<@ui.field name="reason" label=t("announcements.reason") use=t("announcements.reason.use") required=true maxlength=longestReason?c autocomplete="off"/>
<@ui.box name="service" label=t("announcements.statement") text=t("announcements.statement.why")/>
</@ui.form>
</@ui.card>
</#if>
