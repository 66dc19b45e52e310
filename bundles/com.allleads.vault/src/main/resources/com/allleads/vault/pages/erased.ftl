<@ui.confirmation title=t("erased.done")><p>${t("erased.closed")}</p></@ui.confirmation>
<@ui.card title=t("erased.certificate") class="apart">
<p>${t("erased.once")}</p>
<@ui.facts>
<@ui.fact name=t("erased.at")><@ui.time at=statement.erasedAt?datetime.iso/></@ui.fact>
<#if statement.backupsUnreadableFrom??><@ui.fact name=t("erased.backups")><@ui.time at=statement.backupsUnreadableFrom?datetime.iso/></@ui.fact></#if>
<@ui.fact name=t("erased.number")><code>${statement.person}</code></@ui.fact>
<@ui.fact name=t("erased.what")><@ui.declared statement.statement/></@ui.fact>
</@ui.facts>
<p>${t("erased.signature")} <a href="/api/v1/keys">/api/v1/keys</a>.</p>
<p class="code">${jws}</p>
<p><@ui.download name="erasure-certificate.jws" type="application/jose" content=jws>${t("erased.download")}</@ui.download></p>
</@ui.card>
