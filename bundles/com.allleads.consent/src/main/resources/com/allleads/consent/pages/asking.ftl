<p>${t("asking.lead")}</p>
<ul><#list due as purpose><li><@ui.declared purpose.title/></li></#list></ul>
