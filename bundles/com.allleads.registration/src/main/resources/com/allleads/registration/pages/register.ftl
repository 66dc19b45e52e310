<#import "fields.ftl" as fields>
<p class="lead">${t("register.lead")}</p>
<@ui.card class="measure">
<@ui.form to="/register" submit=t("register.submit")>
<@fields.contact uses=uses/>
<@ui.field name="password" label=t("password") type="password" use=t("register.password.use") hint=t("register.password.hint") required=true autocomplete="new-password"/>
<@ui.group title=t("register.reach")>
<@fields.reply uses=uses/>
</@ui.group>
<@ui.group title=t("register.addresses") use=t("register.addresses.use")>
<@fields.addresses uses=uses countries=countries/>
</@ui.group>
<#if choices?has_content || refusedBySignal?has_content>
<@ui.group title=t("register.choices") use=t("register.choices.use")>
<#list choices as choice>
<@ui.hidden name="digest." + choice.purpose value=choice.textDigest/>
<@ui.box name="choice." + choice.purpose label=choice.title text=choice.text lang="en"/>
</#list>
<#if refusedBySignal?has_content><p class="use">${t("register.signal")} <#list refusedBySignal as choice><@ui.declared text=choice.title/><#sep>, </#list>. ${t("register.signal.later")}</p></#if>
</@ui.group>
</#if>
<@ui.group title=t("register.parties")>
<#if parties??>
<#list parties>
<p class="use">${t("register.parties.text")}</p>
<ul class="parties"><#items as party><li><strong>${party.declaration.legalName}</strong> (<@ui.declared text=party.role/>): <#list party.declaration.receives as received>${ui.words(received?string)}<#sep>, <#else>${t("register.parties.nothing")}</#list>. <@ui.declared text=party.declaration.retention/></li></#items></ul>
<#else><p class="use">${t("register.parties.none")}</p>
</#list>
<#else><p class="use">${t("register.parties.unavailable")}</p></#if>
</@ui.group>
<#if ageGate><@ui.group title=t("register.age")><@ui.radios name="ofAge" label=t("register.age.box") use=t("register.age.text") options=[{"value": "yes", "label": t("register.age.yes")}, {"value": "no", "label": t("register.age.no")}]/></@ui.group></#if>
</@ui.form>
</@ui.card>
<p>${t("register.known")} <@ui.link to="/sign-in">${t("sign-in.submit")}</@ui.link></p>
