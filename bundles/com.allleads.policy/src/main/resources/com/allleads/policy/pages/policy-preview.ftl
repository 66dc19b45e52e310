<#import "diff.ftl" as shown>
<p class="lead">${t("policy.preview")}</p>
<@ui.card title=t("versions.changed")><@shown.difference diff=diff/></@ui.card>
<@ui.card title=t("policy.publish")>
<p>${t("policy.publish.what")}</p>
<@ui.form to="/operator/policy" submit=t("policy.publish.submit")>
<#list values as name, value><@ui.hidden name=name value=value/></#list>
<@ui.hidden name="publish" value="yes"/>
<@ui.field name="reason" label=t("policy.reason") use=t("policy.reason.use") required=true maxlength=1000/>
</@ui.form>
</@ui.card>
<p><@ui.link to="/operator/policy">${t("policy.back")}</@ui.link></p>
