<p>${secret?number}</p>
