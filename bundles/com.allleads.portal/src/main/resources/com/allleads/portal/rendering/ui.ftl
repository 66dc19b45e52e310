<#-- The components that every page is made of. "portal" (PageView) and "form" (Form) come from the model. -->

<#-- A link within the site. With cookies off it is a button that carries the session, so that no address ever does. -->
<#macro link to class="" current=false>
<#if portal.carried><button type="submit" form="carry" formaction="${to}" class="as-link ${class}"<#if current> aria-current="page"</#if>><#nested></button><#else><a href="${to}"<#if class != ""> class="${class}"</#if><#if current> aria-current="page"</#if>><#nested></a></#if></#macro>

<#-- A link that looks like a button. -->
<#macro button to tone="primary"><@link to=to class="button ${tone}"><#nested></@link></#macro>

<#-- A link out of the site. -->
<#macro outward to><a href="${to}" rel="noopener noreferrer external"><#nested></a></#macro>

<#-- A form. What it is about comes nested; "submit" is what its button says. -->
<#macro form to submit tone="primary" class="" state=(.data_model.form)!"">
<form method="post" action="${to}" class="form ${class}">
<input type="hidden" name="_form" value="${portal.mark}">
<#if portal.carried><input type="hidden" name="session" value="${portal.session}"></#if>
<#if state?is_hash><@refusal state/></#if>
<#nested>
<div class="actions"><button type="submit" class="${tone}">${submit}</button></div>
</form>
</#macro>

<#-- What was wrong with a form as a whole; fields say their own. -->
<#macro refusal state>
<#if state.problem??><div class="notice bad" role="alert"><p>${explain(state.problem)}</p></div>
<#elseif state.errors?size != 0><div class="notice bad" role="alert"><p>${common("form.wrong", state.errors?size)}</p></div>
</#if>
</#macro>

<#-- A hidden value. -->
<#macro hidden name value><input type="hidden" name="${name}" value="${value}"></#macro>

<#-- Marks one submission: sent twice, it does its work once. -->
<#macro once state=.data_model.form><@hidden name="key" value=state.key/></#macro>

<#-- Words of a language of their own. -->
<#macro spoken lang><#if lang != ""><span lang="${lang}"><#nested></span><#else><#nested></#if></#macro>

<#function identifier name><#return "f-" + name?replace(".", "-")></#function>

<#-- A name out of code in words for people: address.postalCode, CARD_TOKEN. -->
<#function words name>
<#if known("word." + name)><#return common("word." + name)></#if>
<#if name?contains(".")><#return name?split(".")?map(part -> words(part))?join(": ")></#if>
<#if name == name?upper_case><#return name?lower_case?replace("_", " ")></#if>
<#return name?replace("([a-z])([A-Z])", "$1 $2", "r")?lower_case>
</#function>

<#-- A field with what it is for ("use") and what is wrong with it. A password is never filled in. Where a capability declared
     what it is for, "lang" is the language in which it did. -->
<#macro field name label use="" type="text" required=false autocomplete="" inputmode="" pattern="" placeholder="" maxlength="" min="" max="" step="" hint="" optional=!required lang="" state=(.data_model.form)!"">
<#local id = identifier(name)>
<#local error = (state?is_hash && state.errors[name]??)?then((state.errors[name])!"", "")>
<#local value = (type != "password" && state?is_hash)?then((state.values[name])!"", "")>
<#local described = ((use != "" || hint != "")?then(id + "-use ", "") + (error != "")?then(id + "-error", ""))?trim>
<div class="field<#if error != ""> wrong</#if>">
<label for="${id}">${label}<#if optional> <span class="optional">${common("optional")}</span></#if></label>
<#if use != "" || hint != ""><p class="use" id="${id}-use"><@spoken lang=lang>${use}</@spoken><#if use != "" && hint != ""> </#if>${hint}</p></#if>
<input id="${id}" name="${name}" type="${type}"<#if value != ""> value="${value}"</#if><#if required> required</#if><#if autocomplete != ""> autocomplete="${autocomplete}"</#if><#if inputmode != ""> inputmode="${inputmode}"</#if><#if pattern != ""> pattern="${pattern}"</#if><#if placeholder != ""> placeholder="${placeholder}"</#if><#if maxlength?string != ""> maxlength="${maxlength}"</#if><#if min?string != ""> min="${min}"</#if><#if max?string != ""> max="${max}"</#if><#if step?string != ""> step="${step}"</#if><#if described != ""> aria-describedby="${described}"</#if><#if error != ""> aria-invalid="true"</#if>>
<#if error != ""><p class="error" id="${id}-error">${label} ${explain(error)}.</p></#if>
</div>
</#macro>

<#-- A text of several lines. -->
<#macro area name label use="" rows=6 required=false lang="" state=(.data_model.form)!"">
<#local id = identifier(name)>
<#local error = (state?is_hash && state.errors[name]??)?then((state.errors[name])!"", "")>
<#local value = (state?is_hash)?then((state.values[name])!"", "")>
<#local described = ((use != "")?then(id + "-use ", "") + (error != "")?then(id + "-error", ""))?trim>
<div class="field<#if error != ""> wrong</#if>">
<label for="${id}">${label}<#if !required> <span class="optional">${common("optional")}</span></#if></label>
<#if use != ""><p class="use" id="${id}-use">${use}</p></#if>
<textarea id="${id}" name="${name}" rows="${rows}"<#if lang != ""> lang="${lang}"</#if><#if required> required</#if><#if described != ""> aria-describedby="${described}"</#if><#if error != ""> aria-invalid="true"</#if>>
${value}</textarea>
<#if error != ""><p class="error" id="${id}-error">${label} ${explain(error)}.</p></#if>
</div>
</#macro>

<#-- One of several values: options are {"value": ..., "label": ...}. -->
<#macro select name label options none="" use="" required=false optional=!required state=(.data_model.form)!"">
<#local id = identifier(name)>
<#local error = (state?is_hash && state.errors[name]??)?then((state.errors[name])!"", "")>
<#local value = (state?is_hash)?then((state.values[name])!"", "")>
<#local described = ((use != "")?then(id + "-use ", "") + (error != "")?then(id + "-error", ""))?trim>
<div class="field<#if error != ""> wrong</#if>">
<label for="${id}">${label}<#if optional> <span class="optional">${common("optional")}</span></#if></label>
<#if use != ""><p class="use" id="${id}-use">${use}</p></#if>
<select id="${id}" name="${name}"<#if required> required</#if><#if described != ""> aria-describedby="${described}"</#if><#if error != ""> aria-invalid="true"</#if>>
<#if none != ""><option value="">${none}</option></#if><#list options as option><option value="${option.value}"<#if option.value == value> selected</#if>>${option.label}</option></#list>
</select>
<#if error != ""><p class="error" id="${id}-error">${label} ${explain(error)}.</p></#if>
</div>
</#macro>

<#-- One of a few values, all in sight. -->
<#macro radios name label options use="" lang="" state=(.data_model.form)!"">
<#local id = identifier(name)>
<#local error = (state?is_hash && state.errors[name]??)?then((state.errors[name])!"", "")>
<#local value = (state?is_hash)?then((state.values[name])!"", "")>
<fieldset class="field<#if error != ""> wrong</#if>"<#if error != ""> aria-describedby="${id}-error"</#if>>
<legend>${label}</legend>
<#if use != ""><p class="use"><@spoken lang=lang>${use}</@spoken></p></#if>
<#list options as option><label class="option"><input type="radio" name="${name}" value="${option.value}"<#if option.value == value> checked</#if>> <span>${option.label}</span></label></#list>
<#if error != ""><p class="error" id="${id}-error">${explain(error)?cap_first}.</p></#if>
</fieldset>
</#macro>

<#-- A box to tick. It is ticked only where the person ticked it themselves and the form is shown again. -->
<#macro box name label text="" value="yes" use="" lang="" state=(.data_model.form)!"">
<#local id = identifier(name)>
<#local error = (state?is_hash && state.errors[name]??)?then((state.errors[name])!"", "")>
<#local ticked = state?is_hash && ((state.values[name])!"") == value>
<div class="box<#if error != ""> wrong</#if>">
<input id="${id}" type="checkbox" name="${name}" value="${value}"<#if ticked> checked</#if><#if text != "" || use != ""> aria-describedby="${id}-text"</#if><#if error != ""> aria-invalid="true"</#if>>
<div><label for="${id}"><@spoken lang=lang>${label}</@spoken></label>
<#if text != "" || use != ""><p class="use" id="${id}-text"><@spoken lang=lang>${text}${use}</@spoken></p></#if>
<#if error != ""><p class="error">${explain(error)?cap_first}.</p></#if></div>
</div>
</#macro>

<#-- Several fields that belong together. -->
<#macro group title use=""><fieldset class="group"><legend>${title}</legend><#if use != ""><p class="use">${use}</p></#if><#nested></fieldset></#macro>

<#-- A table; on small screens each row becomes a block in which every cell names its column. -->
<#macro table caption columns>
<table role="table" class="list"><caption class="aside">${caption}</caption>
<thead role="rowgroup"><tr role="row"><#list columns as column><th role="columnheader" scope="col"<#if column?ends_with("#")> class="number"</#if>>${column?remove_ending("#")}</th></#list></tr></thead>
<tbody role="rowgroup"><#nested></tbody></table>
</#macro>
<#macro row><tr role="row"><#nested></tr></#macro>
<#macro cell label number=false><td role="cell" data-label="${label}"<#if number> class="number"</#if>><#nested></td></#macro>

<#-- Goes on with a list; "path" may have a query already. -->
<#macro pager path next="" label=common("pager.older")><#if next?has_content><p class="pager"><@link to=path + path?contains("?")?then("&", "?") + "cursor=" + next?url class="button secondary">${label}</@link></p></#if></#macro>

<#macro money of sign=false><data class="money<#if of.negative> negative</#if>" value="${of.amount}"><#if sign && !of.negative>+</#if>${of.text?replace("-", "−")} ${of.currency}</data></#macro>

<#macro time at><time datetime="${at?iso_utc}">${at?string("d MMM yyyy, HH:mm")} UTC</time></#macro>
<#macro day at><time datetime="${at?iso_utc}">${at?string(portal.language?starts_with("es")?then("d 'de' MMMM 'de' yyyy", "d MMMM yyyy"))}</time></#macro>

<#-- A short state: tone is good, wait, bad or plain. -->
<#macro status tone="plain"><span class="status ${tone}"><#nested></span></#macro>

<#macro notice tone="info" title=""><div class="notice ${tone}"<#if tone == "bad"> role="alert"</#if>><#if title != ""><p class="title">${title}</p></#if><#nested></div></#macro>

<#-- What is said where there is nothing to list. -->
<#macro empty title><div class="empty"><p class="title">${title}</p><#nested></div></#macro>

<#-- What was done, at the end of a task. -->
<#macro confirmation title><div class="confirmation"><p class="title">${title}</p><#nested></div></#macro>

<#macro card title="" class="" id=""><section class="card ${class}"<#if id != ""> id="${id}"</#if>><#if title != ""><h2>${title}</h2></#if><#nested></section></#macro>

<#-- A big figure with its name. -->
<#macro figure label><div class="figure"><p class="label">${label}</p><p class="value"><#nested></p></div></#macro>

<#-- Names and values. -->
<#macro facts><dl class="facts"><#nested></dl></#macro>
<#macro fact name code=false><div><dt><#if code><code>${name}</code><#else>${name}</#if></dt><dd><#nested></dd></div></#macro>

<#macro tiles><ul class="tiles"><#nested></ul></#macro>
<#macro tile to title><li><@link to=to class="tile"><span class="title">${title}</span><span class="text"><#nested></span></@link></li></#macro>

<#-- A form that only looks: a search or a filter. What is entered stands in no address where "private" is true. -->
<#macro look to submit=common("filter") private=false class="filter">
<search>
<form method="<#if private || portal.carried>post<#else>get</#if>" action="${to}" class="form look ${class}">
<#if private || portal.carried><input type="hidden" name="_look" value="1"></#if>
<#if portal.carried><input type="hidden" name="session" value="${portal.session}"></#if>
<div class="fields"><#nested></div>
<div class="actions"><button type="submit" class="secondary">${submit}</button></div>
</form>
</search>
</#macro>

<#-- A value of a filter: one of several, where the empty one means all. -->
<#macro choose name label options value="">
<div class="field"><label for="${identifier(name)}">${label}</label>
<select id="${identifier(name)}" name="${name}"><option value="">${common("filter.all")}</option><#list options as option><option value="${option.value}"<#if option.value == value> selected</#if>>${option.label}</option></#list></select></div>
</#macro>

<#-- A value of a filter that is entered. -->
<#macro enter name label type="text" value="" autocomplete="off" required=false>
<div class="field"><label for="${identifier(name)}">${label}</label><input id="${identifier(name)}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"<#if required> required</#if>></div>
</#macro>

<#-- A part that changes by itself: it is fetched again every few seconds while "going" is true, and by a link without script. -->
<#macro live id to going=true every="1s">
<div id="${id}" class="live"<#if going> <#if portal.carried>hx-post="${to}" hx-vals="${'{'}&quot;session&quot;: &quot;${portal.session}&quot;}"<#else>hx-get="${to}"</#if> hx-trigger="every ${every}" hx-select="#${id}" hx-swap="outerHTML"</#if> aria-live="polite"><#nested><#if going><p class="again"><@link to=to class="button secondary small">${common("reload")}</@link></p></#if></div>
</#macro>

<#-- How far something is. -->
<#macro progress label value max><div class="field"><label>${label} <progress value="${value?c}" max="${max?c}">${value} / ${max}</progress></label></div></#macro>

<#-- A chart; the names of its series and their figures stand in a table below. -->
<#macro chart of caption label=common("chart.label")>
<figure class="chart">
<#if of.table?has_content>
<svg viewBox="0 0 ${of.width()} ${of.height()}" role="img" aria-label="${caption}">
<#list of.marks as mark><line class="grid" x1="46" x2="${of.width()}" y1="${mark.at}" y2="${mark.at}"/><text class="axis" x="40" y="${mark.at}" dy="4" text-anchor="end">${mark.text}</text></#list>
<#list of.bars as bar><rect class="${bar.tone}" x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}"/></#list>
<#list of.lines as line><polyline class="${line.tone}" points="${line.points}"/></#list>
<#list of.labels as mark><text class="axis" x="${mark.at}" y="182" text-anchor="middle">${mark.text}</text></#list>
</svg>
<#else><p class="quiet">${common("chart.none")}</p></#if>
<figcaption>${caption}<ul class="legend"><#list of.names as series><li class="${series.tone?string?lower_case}">${t(series.name)}</li></#list></ul></figcaption>
<#if of.table?has_content><details><summary>${common("chart.figures")}</summary>
<table class="figures"><thead><tr><th scope="col">${label}</th><#list of.names as series><th scope="col" class="number">${t(series.name)}</th></#list></tr></thead>
<tbody><#list of.table as row><tr><th scope="row">${row.label}</th><#list row.values as value><td class="number">${value?string(",##0.##")}</td></#list></tr></#list></tbody></table></details></#if>
</figure>
</#macro>

<#-- What a capability declared, in the language in which it did. -->
<#macro declared text><span lang="en">${text}</span></#macro>

<#-- A file to keep, made of the page's own content: it needs neither a cookie nor a session that still goes on. -->
<#macro download name type content><a class="button secondary" download="${name}" href="data:${type};charset=utf-8,${content?url}"><#nested></a></#macro>
