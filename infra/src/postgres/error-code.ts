/**
 * The code of a failed system or database call (`ENOENT`, `28P01`); null when the error has none and so is a bug.
 * It does not ask for the class: an error of Node itself is none of ours where code runs in a context of its own (jest).
 */
export function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** What an error says, or its code when it says nothing, as a failed connection to several addresses does. */
export function messageOf(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return message || codeOf(error) || 'no reason was given';
}
