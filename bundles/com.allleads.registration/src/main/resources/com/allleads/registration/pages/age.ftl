<@ui.empty title=t("age.lead")><p>${t("age.stored")}</p></@ui.empty>
<p><@ui.link to="/">${t("age.back")}</@ui.link></p>
