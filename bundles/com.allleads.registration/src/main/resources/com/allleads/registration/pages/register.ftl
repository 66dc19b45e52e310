<#import "fields.ftl" as fields>
<p class="lead">One form, and each field says what it is for. What is not marked as optional is needed; everything else is up to you.</p>
<@ui.card class="measure">
<@ui.form to="/register" submit="Register">
<@fields.contact uses=uses/>
<@ui.field name="password" label="Password" type="password" use="To sign in. We keep a hash of it that cannot be turned back." hint="8 to 128 characters." required=true autocomplete="new-password"/>
<@ui.group title="Reaching you">
<@fields.reply uses=uses/>
</@ui.group>
<@ui.group title="Addresses" use="Not needed to register. Add them now or later.">
<@fields.addresses uses=uses countries=countries/>
</@ui.group>
<#if choices?has_content || refusedBySignal?has_content>
<@ui.group title="Only if you want it" use="Nothing here is ticked for you, and you can change it at any time.">
<#list choices as choice>
<@ui.hidden name="digest." + choice.purpose value=choice.textDigest/>
<@ui.box name="choice." + choice.purpose label=choice.title text=choice.text/>
</#list>
<#if refusedBySignal?has_content><p class="use">Your browser's opt-out signal says no to: <#list refusedBySignal as choice>${choice.title}<#sep>, </#list>. You can say yes later, among your choices.</p></#if>
</@ui.group>
</#if>
<@ui.group title="Who else may receive something">
<#if parties??>
<#list parties>
<p class="use">If you use what these companies are needed for, they receive the data named here and nothing else.</p>
<ul class="parties"><#items as party><li><strong>${party.declaration.legalName}</strong> (${party.role}): <#list party.declaration.receives as received>${ui.words(received?string)}<#sep>, <#else>nothing</#list>. ${party.declaration.retention}</li></#items></ul>
<#else><p class="use">Nobody: no outside company is connected at the moment.</p>
</#list>
<#else><p class="use">This cannot be shown at the moment. You can register later, when it can.</p></#if>
</@ui.group>
<#if ageGate><@ui.group title="Your age"><@ui.box name="ofAge" label="I am of age" text="Needed to register here; your date of birth is not asked for."/></@ui.group></#if>
</@ui.form>
</@ui.card>
<p>You have an account already? <@ui.link to="/sign-in">Sign in</@ui.link></p>
