// Written so that any Node that knows modules can read it: it has to run where everything else cannot.
const OLDEST = [20, 19];

/** Ends the process with a message when Node is too old. */
export function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  if (parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1])) return;
  process.stderr.write(
    '\nSightline needs Node ' +
      OLDEST.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      ' (' +
      process.execPath +
      ').\n' +
      'Install a newer one (nvm install 22, or the installer of Node) and start again.\n\n',
  );
  process.exit(1);
}
