import {
  defaultFieldResolver,
  GraphQLError,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { Actor, Scope } from '@sightline/contracts/actor';
import { isSimulatedSource } from '@sightline/contracts/simulated';
import { refuseForeignPlants } from './plants-of-facts';

/** Held by every caller that has signed in. */
export const AUTHENTICATED = 'authenticated';

/** A field of the schema that no rule guards. The build fails on it; so does starting the subgraph. */
export class UnguardedField extends Error {
  constructor(fields: readonly string[]) {
    super(`No @access rule guards ${fields.join(', ')}. Give the field or its type one.`);
  }
}

/** Needed beside the door's own scope by whoever sends facts of simulated sources. */
const SIMULATING: Scope = 'facts:simulate';

/** The source that an input of a door speaks for: a fact names it in its envelope, what is said about a source itself. */
interface FromSource {
  source?: { sourceSystemId?: unknown } | null;
  sourceSystemId?: unknown;
  id?: unknown;
}

/**
 * Refuses a call of a door whole when any of its facts speaks for a simulated source: it is the caller who may not do that,
 * not the fact that is wrong. Every door is guarded here, also one that is written later.
 */
function refuseSimulated(args: Readonly<Record<string, unknown>>): void {
  for (const argument of Object.values(args)) {
    for (const input of Array.isArray(argument) ? argument : [argument]) {
      if (typeof input !== 'object' || input === null) continue;
      const { source, sourceSystemId, id } = input as FromSource;
      for (const name of [source?.sourceSystemId, sourceSystemId, id]) {
        if (typeof name !== 'string' || !isSimulatedSource(name)) continue;
        throw new GraphQLError('Your token may not send facts of simulated sources.', {
          extensions: { code: 'SIMULATED_SOURCE_NOT_ALLOWED', needsOneOf: [SIMULATING] },
        });
      }
    }
  }
}

interface GuardedContext {
  scopes: ReadonlySet<string>;
  call: { actor: Pick<Actor, 'plantIds'> };
  /** Long lists of the operation's variables, by variable: coerced already, and set aside. */
  heldLists: ReadonlyMap<string, unknown>;
}

/** The arguments of a field, with the lists that were set aside for its variables. */
function withHeldLists(
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
  { heldLists }: GuardedContext,
): Record<string, unknown> {
  let whole = args;
  for (const argument of info.fieldNodes[0]?.arguments ?? []) {
    if (argument.value.kind !== 'Variable' || !heldLists.has(argument.value.name.value)) continue;
    whole = { ...whole, [argument.name.value]: heldLists.get(argument.value.name.value) };
  }
  return whole;
}

function scopesOf(directives: readonly ConstDirectiveNode[] | undefined): string[] | null {
  const access = directives?.find((directive) => directive.name.value === 'access');
  const any = access?.arguments?.find((argument) => argument.name.value === 'any')?.value;
  if (any?.kind !== 'ListValue') return null;
  return any.values.flatMap((value) => (value.kind === 'StringValue' ? [value.value] : []));
}

function scopesOfType(type: GraphQLObjectType): string[] | null {
  for (const node of [type.astNode, ...type.extensionASTNodes]) {
    const scopes = scopesOf(node?.directives);
    if (scopes !== null) return scopes;
  }
  return null;
}

type Field = GraphQLField<unknown, GuardedContext>;
type Resolve = GraphQLFieldResolver<unknown, GuardedContext>;

/** A field's rule and its resolver apart, for an executor that asks the rule once for all objects. */
export interface FieldGuard {
  /** Why the caller may not read the field; null: it may. */
  refusal: (context: unknown) => Error | null;
  resolve: GraphQLFieldResolver<unknown, unknown>;
}

const GUARD = 'sightlineGuard';

/** The guard of a field; undefined for one that federation itself asks for. */
export const guardOf = (field: GraphQLField<unknown, unknown>): FieldGuard | undefined =>
  field.extensions[GUARD] as FieldGuard | undefined;

function guardField(field: Field, refusal: (context: GuardedContext) => GraphQLError | null, isDoor: boolean): void {
  const { subscribe, resolve = defaultFieldResolver } = field;
  // A stream is opened by another function than its events are resolved by; both are behind the rule.
  if (subscribe !== undefined)
    field.subscribe = (parent, args, context, info) => {
      const refused = refusal(context);
      if (refused !== null) throw refused;
      return subscribe(parent, args, context, info);
    };
  const resolveWhole: Resolve = (parent, args: Record<string, unknown>, context, info) => {
    const whole = context.heldLists.size === 0 ? args : withHeldLists(args, info, context);
    if (isDoor) {
      if (!context.scopes.has(SIMULATING)) refuseSimulated(whole);
      refuseForeignPlants(whole, context.call.actor.plantIds);
    }
    return resolve(parent, whole, context, info);
  };
  field.resolve = (parent, args, context, info) => {
    const refused = refusal(context);
    if (refused !== null) throw refused;
    return resolveWhole(parent, args, context, info);
  };
  const guard = { refusal, resolve: field.args.length === 0 ? resolve : resolveWhole };
  field.extensions = { ...field.extensions, [GUARD]: guard };
}

/**
 * Puts every field of the schema behind its `@access` rule: the field's own, or else its type's. Deny by default.
 *
 * @throws UnguardedField when a field has neither
 */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  const unguarded: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type.name === '_Service') continue;
    const ofType = scopesOfType(type);
    for (const field of Object.values(type.getFields())) {
      // What federation itself asks for is answered only to signed calls; the entities' own fields are guarded.
      if (type.name === 'Query' && (field.name === '_entities' || field.name === '_service')) continue;
      const scopes = scopesOf(field.astNode?.directives) ?? ofType;
      if (scopes === null || scopes.length === 0) {
        unguarded.push(`${type.name}.${field.name}`);
        continue;
      }
      const refusal = ({ scopes: held }: GuardedContext): GraphQLError | null =>
        scopes.some((scope) => held.has(scope))
          ? null
          : new GraphQLError(`You may not read ${type.name}.${field.name}.`, {
              extensions: { code: 'FORBIDDEN', needsOneOf: scopes },
            });
      guardField(field, refusal, type.name === 'Mutation');
    }
  }
  if (unguarded.length > 0) throw new UnguardedField(unguarded);
  return schema;
}
