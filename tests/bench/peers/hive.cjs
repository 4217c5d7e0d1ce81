// Hive gateway with its planner in JavaScript, or with the one in Rust.
const { createServer } = require('node:http');
const { inputs, ready } = require('./serve.cjs');

async function main() {
  const { createGatewayRuntime } = await import('@graphql-hive/gateway-runtime');
  const rust = process.argv[3] === 'rust';
  const gateway = createGatewayRuntime({
    supergraph: inputs.supergraph,
    logging: false,
    ...(rust ? { unifiedGraphHandler: (await import('@graphql-hive/router-runtime')).unifiedGraphHandler } : {}),
  });
  const server = createServer((request, response) => void gateway(request, response));
  server.keepAliveTimeout = 75_000;
  server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}/graphql`));
}

void main();
