// Five subgraphs, each in an @apollo/server of its own, as their documentation sets them up.
const { ApolloServer } = require('@apollo/server');
const { startStandaloneServer } = require('@apollo/server/standalone');
const { schemaOf } = require('./entities.cjs');
const { inputs, ready } = require('./serve.cjs');

void Promise.all(
  Object.keys(inputs.subgraphs).map(async (name) => {
    const server = new ApolloServer({ schema: schemaOf(name) });
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
    return [name, url];
  }),
).then((urls) => ready(Object.fromEntries(urls)));
