<@ui.confirmation title="Everything about you is erased."><p>You are signed out, and this account is closed.</p></@ui.confirmation>
<@ui.card title="Your certificate" class="apart">
<p>Save or print this page: it is shown only now, since from here on nobody can know that it is yours.</p>
<@ui.facts>
<@ui.fact name="Erased"><@ui.time at=statement.erasedAt?datetime.iso/></@ui.fact>
<@ui.fact name="Number"><code>${statement.person}</code></@ui.fact>
<@ui.fact name="What was done">${statement.statement}</@ui.fact>
</@ui.facts>
<p>Signed with Ed25519, as a compact JWS. The key that verifies it is at <a href="/api/v1/keys">/api/v1/keys</a>.</p>
<p class="code">${jws}</p>
</@ui.card>
