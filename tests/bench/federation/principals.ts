import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const AUDIENCE = 'bench';
const HOUR_S = 3_600;

/** An issuer of tokens for the bench: one principal for each client, believed because the gateway is told of its keys. */
export class Principals {
  private constructor(
    private readonly server: Server,
    private readonly key: KeyObject,
    readonly issuer: { issuer: string; audience: string; jwksUrl: string },
  ) {}

  static async start(): Promise<Principals> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const jwks = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'EdDSA', use: 'sig' }] });
    const server = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(jwks),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new Principals(server, privateKey, { issuer: url, audience: AUDIENCE, jwksUrl: `${url}/keys` });
  }

  /** @returns tokens of as many principals */
  tokens(count: number): string[] {
    return Array.from({ length: count }, (_, index) => {
      const claims = {
        iss: this.issuer.issuer,
        aud: AUDIENCE,
        sub: `client-${index}`,
        exp: Math.floor(Date.now() / 1_000) + HOUR_S,
        persona: 'developer',
        scope: 'figures:read orders:read production:read graphql:adhoc',
      };
      const text = [{ alg: 'EdDSA', typ: 'JWT' }, claims].map(encoded).join('.');
      return `${text}.${sign(null, Buffer.from(text), this.key).toString('base64url')}`;
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
