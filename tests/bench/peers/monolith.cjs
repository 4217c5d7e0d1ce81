// The same schema as one server without federation, on node:http alone: interpreted by graphql-js, or compiled by graphql-jit.
const { buildSchema, execute, parse, validate } = require('graphql');
const { compileQuery } = require('graphql-jit');
const { inputs, serveBare } = require('./serve.cjs');

const schema = buildSchema(inputs.monolith);
schema.getQueryType().getFields().suppliers.resolve = (_root, { first, offset }) =>
  inputs.suppliers.slice(offset, offset + first);

const known = new Map();
function documentOf(text) {
  let made = known.get(text);
  if (made === undefined) {
    const document = parse(text);
    const errors = validate(schema, document);
    if (errors.length > 0) throw errors[0];
    made = { document, compiled: process.argv[3] === 'jit' ? compileQuery(schema, document) : null };
    known.set(text, made);
  }
  return made;
}

void serveBare(async ({ query, variables }) => {
  const { document, compiled } = documentOf(query);
  if (compiled === null) return JSON.stringify(await execute({ schema, document, variableValues: variables }));
  return compiled.stringify(await compiled.query({}, {}, variables));
});
