<p class="lead">${t("receipt.lead")}</p>
<@ui.card>
<@ui.facts>
<@ui.fact name=t("receipt.about")><@ui.declared purpose/></@ui.fact>
<@ui.fact name=t("receipt.said")><#if statement.granted><@ui.status tone="good">${t("yes")}</@ui.status><#else><@ui.status>${t("no")}</@ui.status></#if></@ui.fact>
<@ui.fact name=t("receipt.when")><@ui.time at=statement.decidedAt?datetime.iso/></@ui.fact>
<@ui.fact name=t("receipt.where")>${where}<#if (statement.confirmed)!false> (${t("receipt.confirmed")})</#if></@ui.fact>
<#if statement.privacy_notice?? && statement.privacy_notice.policy_version gt 0><@ui.fact name=t("receipt.policy")><@ui.link to="/privacy/versions?number=" + statement.privacy_notice.policy_version?c>${t("receipt.version", statement.privacy_notice.policy_version)}</@ui.link></@ui.fact></#if>
<#if statement.validUntil??><@ui.fact name=t("receipt.until")><@ui.time at=statement.validUntil?datetime.iso/></@ui.fact></#if>
<@ui.fact name=t("receipt.text")><#if text??><@ui.declared text/><#else>${t("receipt.text.gone")}</#if></@ui.fact>
<@ui.fact name=t("receipt.digest")><code>${statement.textDigest}</code></@ui.fact>
<@ui.fact name=t("receipt.number")><code>${statement.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<@ui.card title=t("receipt.signed")>
<p>${t("receipt.signature")} <a href="/api/v1/keys">/api/v1/keys</a>.</p>
<p class="code">${jws}</p>
<p><@ui.download name="receipt-" + statement.id + ".jws" type="application/jose" content=jws>${t("receipt.download")}</@ui.download></p>
</@ui.card>
<p><@ui.button to="/account/choices" tone="secondary">${t("receipt.back")}</@ui.button></p>
