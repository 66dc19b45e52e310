<p class="lead">Nobody reads your data without naming a purpose. Each time one does, it is written down here before the data is handed out.</p>
<@ui.card>
<#list uses>
<@ui.table caption="Newest first" columns=["When", "Who", "What", "What for"]>
<#items as use><@ui.row>
<@ui.cell label="When"><@ui.time at=use.at/></@ui.cell>
<@ui.cell label="Who">${use.who}</@ui.cell>
<@ui.cell label="What"><#list use.fields as field>${ui.words(field)}<#sep>, </#list></@ui.cell>
<@ui.cell label="What for">${use.purpose}</@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else>
<@ui.empty title=later?then("That was all.", "Nobody used your data so far.")><#if later><p><@ui.link to="/account/uses">Back to the newest</@ui.link></p></#if></@ui.empty>
</#list>
<@ui.pager path="/account/uses" next=next!""/>
</@ui.card>
<#if purposes?has_content>
<@ui.card title="What the purposes mean">
<@ui.facts><#list purposes as purpose><@ui.fact name=purpose.title>${purpose.text}</@ui.fact></#list></@ui.facts>
</@ui.card>
</#if>
