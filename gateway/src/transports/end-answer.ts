import type { ServerResponse } from 'node:http';

/** How long a client has for reading the end of its stream. */
const READ_END_WITHIN_MS = 10_000;

/** Ends an answer that is a stream. A client that does not read the end would keep it for ever, so it is cut off then. */
export function endAnswer(response: ServerResponse, text = ''): void {
  response.end(text);
  const cut = setTimeout(() => response.destroy(), READ_END_WITHIN_MS).unref();
  response.once('close', () => clearTimeout(cut));
}
