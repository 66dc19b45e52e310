<@ui.live id="card-return" to="/cards/return?setup=" + id?url going=(state == "OPEN")>
<@ui.notice tone={"DONE": "good", "OPEN": "wait", "ENDED": "info", "LEFT": "info"}[state] title=t("card-return." + state + ".title")>
<p>${t("card-return." + state + ".text")}<#if reason??> <@ui.declared text=reason/></#if></p>
</@ui.notice>
</@ui.live>
<#if !signedIn><p class="quiet">${t("card-return.sign-in")}</p></#if>
<p class="row-of-buttons"><@ui.button to="/account/cards">${t("card-return.to-cards")}</@ui.button></p>
