import { buildSchema, parse } from 'graphql';
import type { Actor, Scope } from '@sightline/contracts/actor';
import { operationOf, OperationReader } from './read-operation';

const schema = buildSchema('type Query { a: Int } enum Kind { LATE } type Subscription { changed(kind: Kind): Int }');
const document = parse('subscription ($kind: Kind) { changed(kind: $kind) }');
const actor = (...scopes: Scope[]): Actor => ({
  id: 'a',
  name: 'A',
  persona: 'planner',
  scopes,
  supplierIds: null,
  plantIds: null,
});

it.each([
  ['those who may write operations', actor('graphql:adhoc'), true],
  ['nobody else', actor(), false],
])('a wrong variable of a subscription comes with a hint to %s', (_, by, hint) => {
  const asked = { document, operation: operationOf(document), variables: { kind: 'LAT' }, isTrusted: true };
  const refused = new OperationReader(schema).read(asked, by);
  const [error] = 'document' in refused ? [] : refused;
  expect(error!.message).toContain('"LAT" does not exist');
  expect(error!.message.includes('Did you mean')).toBe(hint);
});
