<#-- What is different, in plain words: the lists as sentences, the sections word by word. -->
<#macro difference diff>
<#if diff.sentences?has_content><ul><#list diff.sentences as sentence><li>${sentence}</li></#list></ul></#if>
<#list diff.sections as section>
<h3>${section.title} <@ui.status>${t("diff." + section.change)}</@ui.status></h3>
<p class="words"><#list section.runs as run><#if run.change == "NEW"><ins>${run.text}</ins><#elseif run.change == "GONE"><del>${run.text}</del><#else>${run.text}</#if></#list></p>
</#list>
<#if diff.sections?has_content><p class="quiet"><ins>${t("diff.new")}</ins> · <del>${t("diff.gone")}</del></p></#if>
<#if !diff.sections?has_content && !diff.sentences?has_content><p>${t("diff.none")}</p></#if>
</#macro>
