<#-- Fields that registration and corrections share. "uses" says what each is for. -->
<#macro contact uses>
<@ui.field name="name" label="Name" use=uses["name"]!"" required=true autocomplete="name" maxlength="200"/>
<@ui.field name="email" label="Email" type="email" use=uses["email"]!"" required=true autocomplete="email" maxlength="254"/>
</#macro>
<#macro reply uses>
<@ui.field name="phone" label="Phone" type="tel" use=uses["phone"]!"" hint="With the country, as in +1 415 555 0123." autocomplete="tel"/>
<@ui.radios name="replyBy" label="How do you want our answers?" use=uses["replyBy"]!"" options=[{"value": "email", "label": "By email"}, {"value": "phone", "label": "By phone"}]/>
</#macro>
<#macro address member section countries>
<@ui.field name=member + ".street" label="Street and number" autocomplete=section + " street-address" maxlength="200" optional=false/>
<div class="pair">
<@ui.field name=member + ".postalCode" label="Postal code" autocomplete=section + " postal-code" maxlength="20"/>
<@ui.field name=member + ".city" label="City" autocomplete=section + " address-level2" maxlength="200" optional=false/>
</div>
<div class="pair">
<@ui.field name=member + ".region" label="State or region" autocomplete=section + " address-level1" maxlength="200"/>
<@ui.select name=member + ".country" label="Country" options=countries optional=false/>
</div>
</#macro>
<#-- Open where something is entered or wrong. -->
<#function touched member><#list form.errors?keys as name><#if name?starts_with(member + ".")><#return true></#if></#list><#list form.values as name, value><#if name?starts_with(member + ".") && value?has_content><#return true></#if></#list><#return false></#function>
<#macro addresses uses countries>
<details<#if touched("address")> open</#if>><summary>Postal address</summary>
<p class="use">${uses["address.street"]!""}</p>
<@address member="address" section="shipping" countries=countries/>
</details>
<details<#if touched("billingAddress")> open</#if>><summary>Billing address</summary>
<p class="use">${uses["billingAddress.street"]!""}</p>
<@address member="billingAddress" section="billing" countries=countries/>
</details>
</#macro>
