import { DEFAULT_DEADLINES, isLoopbackHost, readGatewayConfig } from './config';
import { DEFAULT_ALLOWANCES } from './guards/limits';

describe('the settings of the gateway', () => {
  it('need nothing for a demo on this machine', () => {
    expect(readGatewayConfig({})).toEqual({
      production: false,
      devIssuer: 'default',
      oidc: null,
      deadlines: DEFAULT_DEADLINES,
      allowances: DEFAULT_ALLOWANCES,
      trustedDocuments: [],
    });
  });

  it('name an outside issuer and the deadlines', () => {
    expect(
      readGatewayConfig({
        NODE_ENV: 'production',
        SIGHTLINE_DEV_ISSUER: 'off',
        SIGHTLINE_OIDC_ISSUER: 'https://id.example/realm',
        SIGHTLINE_OIDC_AUDIENCE: 'sightline',
        SIGHTLINE_QUERY_DEADLINE_MS: '3000',
        SIGHTLINE_POINTS_PER_SECOND: '7',
        SIGHTLINE_TRUSTED_DOCUMENTS: '/portal.json,/kiosk.json',
      }),
    ).toEqual({
      production: true,
      devIssuer: 'off',
      oidc: { issuer: 'https://id.example/realm', audience: 'sightline', jwksUrl: null },
      deadlines: { ...DEFAULT_DEADLINES, queryMs: 3_000 },
      allowances: { ...DEFAULT_ALLOWANCES, readers: { ...DEFAULT_ALLOWANCES.readers, perSecond: 7 } },
      trustedDocuments: ['/portal.json', '/kiosk.json'],
    });
  });

  it('that are wrong are all told at once', () => {
    const wrong = {
      SIGHTLINE_DEV_ISSUER: 'yes',
      SIGHTLINE_OIDC_ISSUER: 'http://id.example',
      SIGHTLINE_OIDC_JWKS_URL: 'keys',
      SIGHTLINE_QUERY_DEADLINE_MS: 'soon',
    };
    expect(() => readGatewayConfig(wrong)).toThrow(
      /DEV_ISSUER must be[^]*OIDC_ISSUER must be an https[^]*JWKS_URL must be[^]*AUDIENCE is missing[^]*QUERY_DEADLINE_MS must be/,
    );
    expect(() => readGatewayConfig({ SIGHTLINE_OIDC_AUDIENCE: 'a' })).toThrow('SIGHTLINE_OIDC_ISSUER is missing');
  });

  it('switch off Apollo’s telemetry by being loaded', () => {
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['localhost', true],
    ['demo.localhost', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['127.0.0.1.evil.example', false],
    ['localhost.evil.example', false],
    ['', false],
  ])('tell whether %s is this machine alone', (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});
