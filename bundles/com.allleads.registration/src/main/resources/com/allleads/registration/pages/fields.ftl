<#-- Fields that registration and corrections share. "uses" says what each is for, as it was declared. -->
<#macro contact uses>
<@ui.field name="name" label=t("name") use=uses["name"]!"" lang="en" required=true autocomplete="name" maxlength="200"/>
<@ui.field name="email" label=t("email") type="email" use=uses["email"]!"" lang="en" required=true autocomplete="email" maxlength="254"/>
</#macro>
<#macro reply uses>
<@ui.field name="phone" label=t("phone") type="tel" use=uses["phone"]!"" lang="en" hint=t("phone.hint") autocomplete="tel"/>
<@ui.radios name="replyBy" label=t("reply") use=uses["replyBy"]!"" lang="en" options=[{"value": "email", "label": t("reply.email")}, {"value": "phone", "label": t("reply.phone")}]/>
</#macro>
<#macro address member section countries>
<@ui.field name=member + ".street" label=t("street") autocomplete=section + " street-address" maxlength="200" optional=false/>
<div class="pair">
<@ui.field name=member + ".postalCode" label=t("postal-code") autocomplete=section + " postal-code" maxlength="20"/>
<@ui.field name=member + ".city" label=t("city") autocomplete=section + " address-level2" maxlength="200" optional=false/>
</div>
<div class="pair">
<@ui.field name=member + ".region" label=t("region") autocomplete=section + " address-level1" maxlength="200"/>
<@ui.select name=member + ".country" label=t("country") options=[{"value": "", "label": t("country.choose")}] + countries optional=false/>
</div>
</#macro>
<#-- Open where something is entered or wrong. -->
<#function touched member><#list form.errors?keys as name><#if name?starts_with(member + ".")><#return true></#if></#list><#list form.values as name, value><#if name?starts_with(member + ".") && value?has_content><#return true></#if></#list><#return false></#function>
<#macro addresses uses countries>
<details<#if touched("address")> open</#if>><summary>${t("address.postal")}</summary>
<p class="use"><@ui.declared text=uses["address.street"]!""/></p>
<@address member="address" section="shipping" countries=countries/>
</details>
<details<#if touched("billingAddress")> open</#if>><summary>${t("address.billing")}</summary>
<p class="use"><@ui.declared text=uses["billingAddress.street"]!""/></p>
<@address member="billingAddress" section="billing" countries=countries/>
</details>
</#macro>
