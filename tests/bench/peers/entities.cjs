// The bench's subgraphs for servers of others: the SDL and the rows that ours have.
const { buildSubgraphSchema } = require('@apollo/subgraph');
const { parse } = require('graphql');
const { inputs } = require('./serve.cjs');

exports.schemaOf = (name) => {
  const { rows, sdl } = inputs.subgraphs[name];
  const resolvers = {};
  for (const [type, all] of Object.entries(rows)) {
    if (type === 'Query') {
      resolvers.Query = { suppliers: (_root, { first, offset }) => all.slice(offset, offset + first) };
      continue;
    }
    const byKey = new Map(all.map((row) => [row.id ?? row.number, row]));
    resolvers[type] = { __resolveReference: (key) => byKey.get(key.id ?? key.number) ?? null };
  }
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
};
