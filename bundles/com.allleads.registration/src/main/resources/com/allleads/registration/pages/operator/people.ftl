<p class="lead">${t("people.lead")}</p>
<@ui.card class="measure">
<@ui.form to="/operator/people" submit=t("people.find")>
<@ui.field name="email" label=t("people.email") type="email" required=true autocomplete="off" maxlength="254"/>
</@ui.form>
</@ui.card>
