<@ui.look to="/operator/outbox">
<@ui.choose name="state" label=t("state") options=states?map(one -> {"value": one, "label": t("state." + one)}) value=state/>
</@ui.look>
<#if portal.mayAct()><@ui.form to="/operator/outbox" submit=t("outbox.retry.all") tone="secondary" class="tight" state=""><@ui.hidden name="message" value="all"/></@ui.form></#if>
<@ui.card>
<#list messages>
<@ui.table caption=t("outbox.caption", most) columns=[t("message"), t("kind"), t("state"), t("created"), t("attempts") + "#", ""]>
<#items as message><@ui.row>
<@ui.cell label=t("message")>${message.id?c}: ${message.template}</@ui.cell>
<@ui.cell label=t("kind")>${ui.words(message.messageClass!"-")}</@ui.cell>
<@ui.cell label=t("state")><span><@ui.status tone=(message.state == "SENT")?then("good", (message.state == "DEAD")?then("bad", "wait"))>${t("state." + message.state)}</@ui.status><#if message.reason??> <span lang="en">${message.reason}</span></#if></span></@ui.cell>
<@ui.cell label=t("created")><@ui.time at=message.createdAt/></@ui.cell>
<@ui.cell label=t("attempts") number=true>${message.attempts?c}</@ui.cell>
<@ui.cell label="" number=true><#if message.again && portal.mayAct()><@ui.form to="/operator/outbox" submit=t("outbox.retry") tone="secondary" class="tight" state=""><@ui.hidden name="message" value=message.id?c/></@ui.form></#if></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("outbox.none")></@ui.empty>
</#list>
</@ui.card>
