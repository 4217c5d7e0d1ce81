import type { OpenedOperation } from './deep-link';

export type CopyFormat = 'link' | 'curl' | 'fetch' | 'client';

/** The ways in which an operation may be taken along, as the menu names them. */
export const COPY_FORMATS: readonly { format: CopyFormat; name: string; note: string }[] = [
  { format: 'link', name: 'Link', note: 'opens it here, with its variables' },
  { format: 'curl', name: 'curl', note: 'for a shell; the token is a variable' },
  { format: 'fetch', name: 'fetch', note: 'for a browser or Node' },
  { format: 'client', name: 'Typed client', note: '@apollo/client with generated types' },
];

interface CopiedOperation extends OpenedOperation {
  /** e.g. http://127.0.0.1:4000 */
  origin: string;
  /** The operation's own name; null when it has none. */
  name: string | null;
  isSubscription: boolean;
}

/** An operation as text for somewhere else. No token is ever part of it. */
export function copyAs(format: Exclude<CopyFormat, 'link'>, operation: CopiedOperation): string {
  switch (format) {
    case 'curl':
      return operation.isSubscription ? asCurlStream(operation) : asCurl(operation);
    case 'fetch':
      return operation.isSubscription ? asSocket(operation) : asFetch(operation);
    case 'client':
      return asTypedClient(operation);
  }
}

const bodyOf = ({ query, variables }: OpenedOperation): string => {
  const given = variablesIn(variables);
  return JSON.stringify({ query, ...(given === null ? {} : { variables: given }) });
};

/** Null when there are none, or when the text is not JSON and would only fail later. */
function variablesIn(text: string): unknown {
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null && Object.keys(given).length > 0 ? given : null;
  } catch {
    return null;
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const variablesText = (variables: string): string => JSON.stringify(variablesIn(variables) ?? {}, null, 2);
/** Inside a template literal. */
const templated = (text: string): string => text.replace(/[\\`]|\$\{/g, '\\$&');

function asCurl(operation: CopiedOperation): string {
  return [
    '# TOKEN=…: your access token',
    `curl -s ${operation.origin}/graphql \\`,
    `  -H "authorization: Bearer $TOKEN" \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d ${quoted(bodyOf(operation))}`,
  ].join('\n');
}

/** Events as the answer of one request that stays open. */
function asCurlStream(operation: CopiedOperation): string {
  return asCurl(operation)
    .replace('curl -s', 'curl -sN')
    .replace("  -H 'content-type", "  -H 'accept: text/event-stream' \\\n  -H 'content-type");
}

function asFetch(operation: CopiedOperation): string {
  return `const query = \`${templated(operation.query)}\`;
const variables = ${variablesText(operation.variables)};

const response = await fetch('${operation.origin}/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: \`Bearer \${token}\` },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = await response.json();`;
}

function asSocket(operation: CopiedOperation): string {
  return `import { createClient } from 'graphql-ws';

const query = \`${templated(operation.query)}\`;
const variables = ${variablesText(operation.variables)};

const client = createClient({
  url: '${operation.origin.replace(/^http/, 'ws')}/graphql',
  connectionParams: { authorization: \`Bearer \${token}\` },
});
for await (const { data, errors } of client.iterate({ query, variables })) console.log(data, errors);`;
}

/** As the client preset of GraphQL Code Generator makes it: `graphql()` gives the document its types. */
function asTypedClient(operation: CopiedOperation): string {
  const document =
    operation.name === null ? 'OPERATION' : operation.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
  const call = operation.isSubscription
    ? `client.subscribe({ query: ${document}, variables }).subscribe(({ data }) => console.log(data));`
    : /^\s*(#.*\s*)*mutation\b/.test(operation.query)
      ? `const { data } = await client.mutate({ mutation: ${document}, variables });`
      : `const { data } = await client.query({ query: ${document}, variables });`;
  return `// npx graphql-codegen makes ./gql from the schema (client preset); client is an ApolloClient.
import { graphql } from './gql';

const ${document} = graphql(\`
${templated(operation.query)}
\`);
const variables = ${variablesText(operation.variables)};

${call}`;
}
