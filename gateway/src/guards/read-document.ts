import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { fragmentsOf } from '../fragments';
import { MOST } from './limits';
import { operationCost, type OperationCost } from './operation-cost';
import { refuse, type GuardRefusal } from './refusal';
import type { SchemaCosts } from './schema-costs';
import { structureRefusal, tooMuch } from './structure';

/** A document that may be executed: parsed, within the limits of its structure, valid. */
export interface SoundDocument {
  text: string;
  document: DocumentNode;
  /** @returns the operation of that name, or the only one; null when it is not told which */
  operation(name: string | null): SoundOperation | null;
}

export interface SoundOperation {
  node: OperationDefinitionNode;
  cost: OperationCost;
}

export interface DocumentReader {
  /** What clients see. */
  schema: GraphQLSchema;
  costs: SchemaCosts;
}

/**
 * Reads and checks a text, the cheap checks before the dear ones: characters, tokens, structure, and only then the schema's
 * rules, some of which compare everything with everything.
 */
export function readDocument(text: string, { schema, costs }: DocumentReader): SoundDocument | GuardRefusal {
  if (text.length > MOST.characters) return tooMuch('characters', text.length);
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: MOST.tokens });
  } catch (thrown) {
    if (!(thrown instanceof GraphQLError)) throw thrown;
    // The parser's own words for it would do, were they not the same as for a syntax error.
    if (/\d+ tokens\. Parsing aborted/.test(thrown.message)) return tooMuch('tokens', MOST.tokens + 1);
    return told([thrown], 'GRAPHQL_PARSE_FAILED');
  }
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const isDoor = (name: string): boolean =>
    (mutations[name]?.args ?? []).some(({ name: argument }) => argument === 'inputs');
  const refusal = structureRefusal(document, isDoor) ?? validationRefusal(document, schema);
  if (refusal) return refusal;

  // Kept without its places in the text, which weigh more than all the rest.
  const kept = parse(text, { noLocation: true });
  const fragments = fragmentsOf(kept);
  const operations = new Map<OperationDefinitionNode, SoundOperation>();
  return {
    text,
    document: kept,
    operation(name) {
      const node = getOperationAST(kept, name);
      if (!node) return null;
      let operation = operations.get(node);
      if (!operation) operations.set(node, (operation = { node, cost: operationCost(node, fragments, costs) }));
      return operation;
    },
  };
}

function validationRefusal(document: DocumentNode, schema: GraphQLSchema): GuardRefusal | null {
  let errors: readonly GraphQLError[];
  try {
    errors = validate(schema, document, specifiedRules, { maxErrors: 20 });
  } catch (thrown) {
    // graphql-js throws where a directive of a subscription's root field asks for a variable: it collects the fields without
    // any. Nothing else in validation throws, and whatever does is a document that can't be executed.
    const because = thrown instanceof Error ? ` (${thrown.message})` : '';
    return refuse(
      400,
      'BAD_USER_INPUT',
      `The field of a subscription may not stand under @skip or @include.${because}`,
    );
  }
  return errors.length > 0 ? told(errors, 'GRAPHQL_VALIDATION_FAILED') : null;
}

const told = (errors: readonly GraphQLError[], code: string): GuardRefusal => ({
  status: 400,
  errors: errors.map((error) => ({ ...error.toJSON(), extensions: { code } })),
});
