<p class="lead">${t("devices.lead")}</p>
<@ui.card>
<@ui.table caption=t("devices.list") columns=[t("devices.device"), t("devices.since"), t("devices.used"), t("devices.until"), ""]>
<#list devices as device><@ui.row>
<@ui.cell label=t("devices.device")><span><#if device.browser?? && device.system??>${t("devices.on", device.browser, device.system)}<#else>${device.browser!device.system!t("devices.unknown")}</#if><#if device.current> <@ui.status tone="good">${t("devices.current")}</@ui.status></#if></span></@ui.cell>
<@ui.cell label=t("devices.since")><@ui.day at=device.begunAt/></@ui.cell>
<@ui.cell label=t("devices.used")><@ui.day at=device.usedOn/></@ui.cell>
<@ui.cell label=t("devices.until")><#if device.remembered><@ui.day at=device.expiresAt/><#else>${t("devices.browser")}</#if></@ui.cell>
<@ui.cell label="">
<#if !device.current><@ui.form to="/account/devices" submit=t("devices.end") tone="secondary small" class="inline" state=""><@ui.hidden name="id" value=device.id/></@ui.form></#if>
</@ui.cell>
</@ui.row></#list>
</@ui.table>
</@ui.card>
<#if devices?size gt 1>
<@ui.card title=t("devices.others.title")>
<p>${t("devices.others.text")}</p>
<@ui.form to="/account/devices" submit=t("devices.others") state=""><@ui.hidden name="others" value="yes"/></@ui.form>
</@ui.card>
</#if>
<@ui.card title=t("devices.why.title")>
<p>${t("devices.why")}</p>
</@ui.card>
