(function () {
  var chosen = 'auto';
  try {
    chosen = localStorage.getItem('sightline.color-scheme') || 'auto';
  } catch {
    // Storage may be forbidden; the system's choice is then used.
  }
  var dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
