import { NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { OperationCache } from './execution/operation-cache';
import { depthLimitRule, expansionLimitRule, MAX_TOKENS } from './limits';

/** Documents that are kept; their texts have at most 15,000 characters. */
const MOST_DOCUMENTS = 1_000;

/** Reads and checks each distinct document once: clients send few of them, many times. */
export class Documents {
  private readonly kept = new OperationCache<DocumentNode | 'invalid'>(MOST_DOCUMENTS);
  private readonly rules;

  /**
   * @param schema      what clients see
   * @param production  true: nothing about the schema itself is answered
   */
  constructor(
    private readonly schema: GraphQLSchema,
    production: boolean,
  ) {
    const ours = [depthLimitRule, expansionLimitRule, ...(production ? [NoSchemaIntrospectionCustomRule] : [])];
    this.rules = [...specifiedRules, ...ours];
  }

  /** @returns the document, or null when it can't be read or is not valid: Apollo Server then tells the caller why */
  of(text: string): DocumentNode | null {
    const document = this.kept.of(text, () => this.read(text));
    return document === 'invalid' ? null : document;
  }

  private read(text: string): DocumentNode | 'invalid' {
    try {
      const document = parse(text, { maxTokens: MAX_TOKENS });
      return validate(this.schema, document, this.rules).length === 0 ? document : 'invalid';
    } catch {
      return 'invalid'; // Not GraphQL; what exactly is wrong with it is found again, and told, by Apollo Server.
    }
  }
}
