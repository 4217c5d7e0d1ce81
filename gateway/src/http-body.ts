import type { IncomingMessage, ServerResponse } from 'node:http';

/** The text of a body, or why it was not read. */
export type ReadBody = { ok: true; text: string } | { ok: false; reason: 'TOO_LARGE' | 'CUT_OFF' };

/**
 * Reads a whole body, never keeping more than the given number of bytes. What comes after that is thrown away as it
 * arrives, until the server's request timeout: a client that is still sending could not read the refusal otherwise.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    request.resume();
    return { ok: false, reason: 'TOO_LARGE' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        request.removeAllListeners('data');
        request.resume();
        resolve({ ok: false, reason: 'TOO_LARGE' });
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => resolve({ ok: true, text: Buffer.concat(chunks, size).toString('utf8') }));
    // The caller is gone; there is nobody to tell more.
    request.on('error', () => resolve({ ok: false, reason: 'CUT_OFF' }));
    request.on('close', () => resolve({ ok: false, reason: 'CUT_OFF' }));
  });
}

/** Parses JSON. Undefined: it is none, which is told apart from the value null. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The caller's text, so the caller is told that it is not JSON; nothing of ours went wrong.
  }
}

/** True when the request says that its body is plain JSON: no other charset, no compression that could hide its size. */
export function isJsonRequest(request: IncomingMessage): boolean {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  const encoding = request.headers['content-encoding'] ?? 'identity';
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/.test(type) && encoding === 'identity';
}

/** Sends an answer in one piece. Nothing that a program answers may be kept by a cache. */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = Buffer.from(text, 'utf8');
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': body.length,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export const sendJson = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => send(response, status, 'application/json; charset=utf-8', JSON.stringify(value), headers);
