// @apollo/gateway in @apollo/server, as their documentation sets them up.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
const { ApolloGateway } = require('@apollo/gateway');
const { ApolloServer } = require('@apollo/server');
const { startStandaloneServer } = require('@apollo/server/standalone');
const { inputs, ready } = require('./serve.cjs');

const gateway = new ApolloGateway({ supergraphSdl: inputs.supergraph });
void startStandaloneServer(new ApolloServer({ gateway }), { listen: { port: 0, host: '127.0.0.1' } }).then(({ url }) =>
  ready(url),
);
