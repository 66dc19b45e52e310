<#import "diff.ftl" as shown>
<p class="lead">${t("policy.lead")}</p>
<#if drift.sentences?has_content><@ui.notice tone="wait" title=t("policy.drift")><ul><#list drift.sentences as sentence><li>${sentence}</li></#list></ul></@ui.notice></#if>
<@ui.card title=t("policy.versions")>
<#list versions>
<@ui.table caption=t("policy.caption") columns=[t("policy.number"), t("versions.published"), t("policy.by"), t("versions.reason")]>
<#items as version><@ui.row>
<@ui.cell label=t("policy.number")><@ui.link to="/privacy/versions?number=" + version.number?c>${version.number}</@ui.link></@ui.cell>
<@ui.cell label=t("versions.published")><@ui.time at=version.publishedAt/></@ui.cell>
<@ui.cell label=t("policy.by")>${version.publishedBy}</@ui.cell>
<@ui.cell label=t("versions.reason")><@ui.declared text=version.reason/></@ui.cell>
</@ui.row></#items>
</@ui.table>
<#else><@ui.empty title=t("versions.none")></@ui.empty>
</#list>
</@ui.card>
<#if portal.mayAct()>
<@ui.card title=t("policy.new")>
<p>${t("policy.new.how")}</p>
<@ui.form to="/operator/policy" submit=t("policy.compare") tone="secondary">
<#list sections as section>
<@ui.group title=section.title>
<#list languages as language>
<@ui.field name=section.id + "." + language + ".title" label=t("policy.heading." + language) maxlength=200 optional=false/>
<@ui.area name=section.id + "." + language + ".text" label=t("policy.text." + language) lang=language required=true/>
</#list>
</@ui.group>
</#list>
</@ui.form>
</@ui.card>
</#if>
