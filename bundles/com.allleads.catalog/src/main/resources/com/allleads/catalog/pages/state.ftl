<#macro badge of><@ui.status tone={"PAID": "good", "ORDERED": "wait", "DELIVERED": "good", "CANCELLED": "plain", "EXPIRED": "bad"}[of]>${t("order." + of)}</@ui.status></#macro>
