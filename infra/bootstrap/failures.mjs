/**
 * A message for a step that failed: what to do about it when the cause is known, and the end of what the program said.
 *
 * @param {string} what what failed, as a sentence without its full stop
 * @param {string} output everything the program printed
 */
export function explainFailure(what, output) {
  const cause = causeOf(output);
  return `${what}${cause === null ? '.' : `: ${cause}`}\n\n${shorten(output)}`;
}

/** The first and last lines: npm says what is wrong first, compilers and stack traces say it last. */
function shorten(output) {
  if (output.trim() === '') return '(it said nothing)';
  const lines = output.trim().split('\n');
  return (lines.length <= 40 ? lines : [...lines.slice(0, 15), '…', ...lines.slice(-25)]).join('\n');
}

function causeOf(output) {
  if (/ENOSPC|No space left on device|EDQUOT|quota exceeded/i.test(output))
    return 'the disk is full. About 1.5 GB are needed. Free some space and start again.';
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network (timeout|request)|ERR_SOCKET_TIMEOUT/i.test(
      output,
    )
  ) {
    return 'the package registry cannot be reached. Check the network (and the proxy settings of npm) and start again; what was fetched is kept.';
  }
  if (/SELF_SIGNED_CERT|UNABLE_TO_VERIFY|CERT_|unable to get local issuer/i.test(output)) {
    return 'the certificate of the package registry is not trusted here. Give Node the certificate of your network: NODE_EXTRA_CA_CERTS=file.pem';
  }
  if (/\bE40[13]\b/.test(output)) return 'the package registry refused us. Check the registry and its login in .npmrc.';
  if (/EACCES|EPERM|EROFS/.test(output)) return 'a file may not be written. Does the folder belong to another user?';
  if (/EUSAGE|can only install .* when your package\.json and package-lock\.json/i.test(output))
    return 'package.json and package-lock.json do not agree.';
  if (/heap out of memory|ENOMEM|Cannot allocate memory/i.test(output)) return 'there is too little memory.';
  return null;
}
