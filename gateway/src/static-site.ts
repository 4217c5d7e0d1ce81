import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { send, sendJson } from './http-body';

/**
 * On every answer. Styles may stand in the page, because the component library writes them there; scripts may not.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export type StaticSite = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The built dashboard: its files (compressed ones when they lie beside), and its first page for every other address that
 * a browser opens, since the page itself routes.
 *
 * @param directory null, or without an index.html: a plain page says how to build it
 */
export function staticSite(directory: string | null): StaticSite {
  if (directory === null || !existsSync(join(directory, 'index.html'))) return plainPage;
  const files = sirv(directory, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      // Names in assets/ carry a hash of their content.
      const forEver = path.startsWith('/assets/');
      response.setHeader('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    if (!mayRead(request)) return notFound(response);
    files(request, response, () => {
      if (!wantsPage(request)) return notFound(response);
      request.url = '/';
      files(request, response, () => notFound(response));
    });
  };
}

const mayRead = (request: IncomingMessage): boolean => request.method === 'GET' || request.method === 'HEAD';
const wantsPage = (request: IncomingMessage): boolean => (request.headers.accept ?? '').includes('text/html');

const notFound = (response: ServerResponse): void =>
  sendJson(response, 404, {
    error: { code: 'NOT_FOUND', message: 'There is nothing here. The graph is at /graphql.' },
  });

function plainPage(request: IncomingMessage, response: ServerResponse): void {
  if (!mayRead(request) || !wantsPage(request)) return notFound(response);
  const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sightline</title></head>
  <body>
    <h1>Sightline is running</h1>
    <p>The graph answers at <code>/graphql</code>. The dashboard has not been built yet: run <code>npm run build</code>
    and start again.</p>
  </body>
</html>
`;
  send(response, 200, 'text/html; charset=utf-8', page);
}
