import './environment';
import { isSubgraphName } from '@sightline/contracts/subgraph-names';
import { runAsChild } from './child-process';
import { readSubgraphProcessConfig } from './config';
import { readKeys } from './home';
import { loadManifest } from './manifests';

/** One subgraph in a process of its own: `node infra/dist/launch/subgraph-process.js NAME`. */
void runAsChild(async () => {
  const name = process.argv[2] ?? '';
  if (!isSubgraphName(name)) throw new Error(`"${name}" is not a subgraph.`);
  const config = readSubgraphProcessConfig(process.env, name);
  const keys = readKeys(config.homeDir);
  // Loaded only now, so that a launcher that is gone is noticed from the first moment on.
  const [{ startSubgraph }, { serveSubgraph }, { httpSubgraphPort }, { systemClock }] = await Promise.all([
    import('@sightline/kit/server/start-subgraph'),
    import('@sightline/kit/server/serve-subgraph'),
    import('@sightline/kit/server/http-subgraph-port'),
    import('@sightline/kit/time/clock'),
  ]);
  const running = await startSubgraph(await loadManifest(name), {
    databaseUrl: config.databaseUrl,
    signingKeys: keys.signing,
    cursorKey: keys.cursor,
    clock: systemClock,
    upstream: (upstream) => httpSubgraphPort(upstream, config.urls[upstream]),
    log: (line) => console.log(line),
  });
  const served = await serveSubgraph(running, { host: config.host, port: config.port });
  return {
    stop: async () => {
      // At once, not one after the other: an open feed request keeps the server from closing.
      await Promise.all([served.close(), running.stop()]);
    },
  };
});
