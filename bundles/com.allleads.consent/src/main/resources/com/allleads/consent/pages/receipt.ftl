<p class="lead">This is what you decided. The signature below proves it, to you and to anybody else.</p>
<@ui.card>
<@ui.facts>
<@ui.fact name="About">${purpose}</@ui.fact>
<@ui.fact name="You said"><#if statement.granted><@ui.status tone="good">yes</@ui.status><#else><@ui.status>no</@ui.status></#if></@ui.fact>
<@ui.fact name="When"><@ui.time at=statement.decidedAt?datetime.iso/></@ui.fact>
<@ui.fact name="Where">${ui.words(statement.point?replace("-", " "))?cap_first}</@ui.fact>
<@ui.fact name="The text you saw">${text!"It is not kept here any more."}</@ui.fact>
<@ui.fact name="Its digest"><code>${statement.textDigest}</code></@ui.fact>
<@ui.fact name="Receipt"><code>${statement.id}</code></@ui.fact>
</@ui.facts>
</@ui.card>
<@ui.card title="Signed">
<p>A compact JWS, signed with Ed25519. The key that verifies it is at <a href="/api/v1/keys">/api/v1/keys</a>; no other part of the site is needed for that.</p>
<p class="code">${jws}</p>
</@ui.card>
<p><@ui.button to="/account/choices" tone="secondary">Back to your choices</@ui.button></p>
