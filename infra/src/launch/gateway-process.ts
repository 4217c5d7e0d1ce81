import './environment';
import { runAsChild } from './child-process';
import { readGatewayProcessConfig } from './config';
import { readKeys } from './home';
import { dashboardDir, readSupergraph, wantsDevIssuer } from './platform';
import { byName } from './start-together';

/** The gateway in a process of its own: `node infra/dist/launch/gateway-process.js`. */
void runAsChild(async () => {
  const config = readGatewayProcessConfig(process.env);
  const keys = readKeys(config.homeDir);
  const [{ startGateway }, { httpSubgraphPort }, { systemClock }] = await Promise.all([
    import('@sightline/gateway/main'),
    import('@sightline/kit/server/http-subgraph-port'),
    import('@sightline/kit/time/clock'),
  ]);
  const gateway = await startGateway({
    host: config.host,
    port: config.port,
    supergraphSdl: readSupergraph(),
    ports: byName((name) => httpSubgraphPort(name, config.urls[name])),
    signingKeys: keys.signing,
    keysDir: keys.dir,
    dashboardDir: dashboardDir(),
    devIssuer: wantsDevIssuer(config.host),
    clock: systemClock,
    log: (line) => console.log(line),
  });
  // Another supergraph has been put in place of the former: it is taken over without dropping anyone.
  process.on('SIGUSR2', () => {
    gateway.reload(readSupergraph()).catch((error: unknown) => console.error('the supergraph was not loaded:', error));
  });
  return gateway;
});
