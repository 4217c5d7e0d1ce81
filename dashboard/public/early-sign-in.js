(function () {
  var identity = null;
  try {
    identity = JSON.parse(localStorage.getItem('sightline.identity'));
  } catch {
    // Storage may be forbidden or hold something else; apollo/session.ts then starts as everybody does.
  }
  var persona = (identity && identity.persona) || 'executive';
  var supplierId = (identity && identity.supplierId) || undefined;
  var body = JSON.stringify({ persona: persona, supplierId: supplierId });
  window.sightlineSignIn = {
    body: body,
    response: fetch('/dev/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body,
    }),
  };
  // Who takes it up hears of a failure; nobody else has to.
  window.sightlineSignIn.response.catch(function () {});
})();
