<p class="quiet">${common("unavailable")}</p>
