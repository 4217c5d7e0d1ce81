import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledDocuments } from './compiled-documents.ts';
import { precompress } from './precompress.ts';

/** The gateway that `vite dev` talks to; the build itself is served by the gateway on its own port. */
const gateway = `http://127.0.0.1:${process.env['SIGHTLINE_PORT'] ?? '4000'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compiledDocuments(), react(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The largest is Monaco's, which only the explorer loads; of the rest ECharts', which loads after the tiles.
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: {
      // GraphiQL's files carry a directive for React's compiler, which does not run here.
      onLog: (level, log, print) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : print(level, log)),
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: gateway, ws: true }, '/dev/token': gateway },
  },
});
