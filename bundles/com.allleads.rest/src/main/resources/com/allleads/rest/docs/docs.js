// What is sent to try an operation goes to this site alone; no validator elsewhere is asked about the document.
window.SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#docs',
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  tagsSorter: 'alpha',
});
