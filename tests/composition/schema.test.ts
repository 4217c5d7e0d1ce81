import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate, type DocumentNode } from 'graphql';
import { SCOPES } from '@sightline/contracts/actor';
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { composeSubgraphs } from '@sightline/gateway/compose';
import { readDocument } from '@sightline/gateway/guards/read-document';
import { readSchemaCosts } from '@sightline/gateway/guards/schema-costs';
import { API_FILE, readSubgraphSchemas, SUPERGRAPH_FILE } from '@sightline/gateway/schema-files';
import { findBrokenSchemaRules } from '@sightline/gateway/schema-rules';
import { readDashboardDocuments } from './dashboard-operations';

const root = path.resolve(__dirname, '../..');
const subgraphs = readSubgraphSchemas(root);
const committed = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the composed schema', () => {
  it('is made of every subgraph', () => {
    expect(subgraphs.map((subgraph) => subgraph.name).sort()).toEqual([...SUBGRAPH_NAMES].sort());
  });

  it('is committed as it composes now', () => {
    const composition = composeSubgraphs(subgraphs);
    if (composition.kind === 'Rejected') throw new Error(composition.errors.join('\n'));
    expect(committed(SUPERGRAPH_FILE)).toBe(composition.supergraph);
    expect(committed(API_FILE)).toBe(composition.api);
  });

  it('does not depend on the order in which files are read', () => {
    const backwards = [...subgraphs]
      .reverse()
      .map((subgraph) => ({ ...subgraph, files: [...subgraph.files].reverse() }));
    expect(composeSubgraphs(backwards)).toEqual(composeSubgraphs(subgraphs));
  });

  it('keeps every promise of the schema guide', () => {
    const findings = findBrokenSchemaRules(subgraphs).map((found) => `${found.subgraph}: ${found.at}: ${found.advice}`);
    expect(findings).toEqual([]);
  });

  it('names no scope that no token can hold', () => {
    const known = new Set<string>([...SCOPES, 'authenticated']);
    const texts = subgraphs.flatMap((subgraph) => [subgraph.shared, ...subgraph.files.map((file) => file.text)]);
    const used = texts.flatMap((text) =>
      [...text.matchAll(/@access\(any: \[([^\]]*)\]\)/g)].flatMap((found) => found[1]!.match(/[^",\s]+/g) ?? []),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((scope) => !known.has(scope))).toEqual([]);
  });
});

describe('the dashboard', () => {
  const documents = readDashboardDocuments(root);
  // Directives that Apollo Client takes out before anything is sent.
  const ofTheClient = 'directive @unmask(mode: String) on FRAGMENT_SPREAD';

  it.each(documents.map((document) => [document.file, document.text] as const))(
    'asks only what parses in %s',
    (_file, text) => {
      expect(() => parse(text)).not.toThrow();
    },
  );

  it('asks only what the API schema answers', () => {
    const schema = buildSchema(`${committed(API_FILE)}\n${ofTheClient}`);
    const whole: DocumentNode = {
      kind: parse('{ __typename }').kind,
      definitions: documents.flatMap((document) => parse(document.text).definitions),
    };
    const errors = whole.definitions.length === 0 ? [] : validate(schema, whole);
    expect(errors.map((error) => error.message)).toEqual([]);
  });

  // As the build writes them down for the gateway, before the client's own directives are taken out.
  const operations = Object.values(
    JSON.parse(committed('dashboard/src/gql/persisted-documents.json')) as Record<string, string>,
  ).map((text) => text.replaceAll(' @unmask', ''));
  const reader = {
    schema: buildSchema(committed(API_FILE)),
    costs: readSchemaCosts(committed(SUPERGRAPH_FILE)),
  };

  it('keeps the limits of the gateway with the largest pages that lists give', () => {
    const refused = operations.flatMap((text) => {
      const read = readDocument(text, reader);
      return 'document' in read ? (read.operation(null)?.cost.refusal({ first: 200 }) ?? []) : read;
    });
    expect(operations.length).toBeGreaterThan(0);
    expect(refused).toEqual([]);
  });

  it('has operations to hold against the schema', () => {
    expect(existsSync(path.join(root, 'dashboard/src'))).toBe(true);
    expect(documents.length).toBeGreaterThan(0);
  });
});
