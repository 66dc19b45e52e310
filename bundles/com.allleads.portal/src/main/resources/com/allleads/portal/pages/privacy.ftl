<#macro promised promise>
<details><summary><#if promise.state == "KEPT"><@ui.status tone="good">kept</@ui.status><#elseif promise.state == "BROKEN"><@ui.status tone="bad">broken</@ui.status><#else><@ui.status>not proven</@ui.status></#if> ${promise.text}</summary>
<p class="quiet">${promise.note}</p>
<#if promise.evidence?has_content><@ui.facts><#list promise.evidence as name, count><@ui.fact name=ui.words(name)?cap_first>${count?string(",##0")}</@ui.fact></#list></@ui.facts></#if>
</details>
</#macro>
<#macro unavailable what><@ui.notice tone="wait"><p>${what} cannot be shown at the moment. Look again in a minute.</p></@ui.notice></#macro>
<p class="lead">This page is made from the running platform, at the moment you open it. What is listed here is what happens; what is not listed does not happen.</p>
<#if portal.optedOut><@ui.notice tone="good" title="Opt-out signal honoured"><p>Your browser sends the Global Privacy Control signal. It counts as a no to everything that needs a yes and that you did not decide yourself.</p></@ui.notice></#if>

<@ui.card title="What we ask for, and where">
<#if points??>
<#list points as point>
<h3>${point.title}</h3>
<@ui.table caption="What is asked for here" columns=["Data", "What for", "Needed"]>
<#list point.groups as group><@ui.row><@ui.cell label="Data"><span>${ui.words(group.name)?cap_first}<#list group.parts> <span class="quiet">(<#items as part>${ui.words(part)}<#sep>, </#items>)</span></#list></span></@ui.cell><@ui.cell label="What for">${group.use}</@ui.cell><@ui.cell label="Needed"><#if group.required>yes<#else>as you like</#if></@ui.cell></@ui.row></#list>
</@ui.table>
<#if point.purposes?has_content>
<p>Offered here, never ticked in advance:</p>
<ul><#list point.purposes as offered><li><strong>${offered.title}.</strong> ${offered.text}</li></#list></ul>
</#if>
<#else><p>Nothing is asked for anywhere at the moment.</p>
</#list>
<#else><@unavailable what="What is asked for"/></#if>
</@ui.card>

<@ui.card title="What we use it for">
<#if purposes??>
<ul class="plain-list">
<#list purposes as purpose><li><p><strong>${purpose.title}</strong> <#if purpose.basis == "CHOICE"><@ui.status tone="good">only if you say yes</@ui.status><#elseif purpose.basis == "CONTRACT"><@ui.status>needed for what you order</@ui.status><#else><@ui.status>required by law</@ui.status></#if></p><p class="quiet">${purpose.text}</p></li></#list>
</ul>
<#else><@unavailable what="The purposes"/></#if>
</@ui.card>

<@ui.card title="Who else gets something" id="outside-parties">
<#if parties??>
<#list parties>
<p>These companies work for the site. Each gets the data named here and no other, and may use it for nothing else.</p>
<ul class="plain-list">
<#items as party><li>
<p><strong>${party.declaration.legalName}</strong> <@ui.status>${party.role}</@ui.status></p>
<@ui.facts>
<@ui.fact name="Receives"><#list party.declaration.receives as received>${ui.words(received?string)}<#sep>, <#else>nothing</#list></@ui.fact>
<@ui.fact name="Keeps">${party.declaration.retention}</@ui.fact>
<@ui.fact name="Does with it"><#list party.declaration.uses as use>${ui.words(use?string)}<#sep>, <#else>nothing</#list></@ui.fact>
<@ui.fact name="Its own policy"><@ui.outward to=party.declaration.policy?string>${party.declaration.policy?string}</@ui.outward></@ui.fact>
</@ui.facts>
</li></#items>
</ul>
<#else><p>No outside company is connected at the moment: nothing leaves the site.</p>
</#list>
<#else><@unavailable what="The outside parties"/></#if>
</@ui.card>

<@ui.card title="What we promise" id="promises">
<#if promises??>
<p><strong>${kept?size}</strong> of ${promises?size} promises are proven by live counts, <strong>${broken?size}</strong> <#if broken?size == 1>is<#else>are</#if> broken, ${unproven?size} cannot be counted yet.<#if promises?has_content> Counted <@ui.time at=promises[0].checkedAt/>.</#if></p>
<#list broken as promise><@promised promise=promise/></#list>
<#list kept as promise><@promised promise=promise/></#list>
<#if unproven?has_content>
<h3>Not counted yet</h3>
<p class="quiet">For these the part of the site that could break or prove them is not installed, or it cannot be counted live.</p>
<#list unproven as promise><@promised promise=promise/></#list>
</#if>
<#else><@unavailable what="The promises"/></#if>
</@ui.card>

<@ui.card title="How it is protected">
<ul><#list measures as measure><li>${measure}</li></#list></ul>
</@ui.card>

<@ui.card title="What you can do">
<ul>
<#if portal.pages?seq_contains("/account/data")><li><@ui.link to="/account/data">See and correct what is held about you</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/uses")><li><@ui.link to="/account/uses">See who used it, and for what</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/choices")><li><@ui.link to="/account/choices">Change what you agreed to</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/deactivation")><li><@ui.link to="/account/deactivation">Deactivate your account</@ui.link></li></#if>
<#if portal.pages?seq_contains("/account/erasure")><li><@ui.link to="/account/erasure">Have everything about you erased</@ui.link></li></#if>
<li>Send the Global Privacy Control signal with your browser: it is honoured.</li>
</ul>
</@ui.card>
