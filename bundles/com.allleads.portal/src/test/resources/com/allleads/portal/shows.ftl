<p id="value">${value}</p>
<@ui.link to="/elsewhere?a=1">There</@ui.link>
<@ui.form to="/shows" submit="Send"><@ui.field name="email" label="Email" use="To write to you."/></@ui.form>
