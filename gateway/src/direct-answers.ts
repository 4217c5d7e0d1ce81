import { getOperationAST, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { brokenErrors } from './broken-promises';
import type { CompiledOperation } from './execution/compile-operation';
import type { CompiledOperations } from './execution/compiled-operations';
import { variableErrors, variableTexts } from './execution/compiling-gateway';
import type { JsonObject } from './execution/json-object';
import type { FetchCall, SendFetch } from './execution/run';
import type { Question } from './question';
import type { RequestContext } from './request-context';

/** An operation that needs nothing of Apollo Server: it only has to be run. */
export interface DirectOperation {
  run: CompiledOperation;
  variables: JsonObject;
}

export interface DirectAnswersOptions {
  operations: CompiledOperations;
  send: (call: FetchCall, context: RequestContext) => ReturnType<SendFetch>;
  onExecuted: () => void;
  /** What the caller is told of an error; the whole of it goes to the log. */
  present: (error: GraphQLError, requestId: string) => unknown;
}

/**
 * Answers the usual request, a valid query or mutation whose plan is compiled, without Apollo Server's pipeline around it,
 * which costs several times what the answer does. The answers are the same. Whatever is not usual is left to Apollo Server:
 * what is invalid, subscriptions, persisted queries, and operations that our executor does not cover.
 */
export class DirectAnswers {
  private readonly schema: GraphQLSchema;

  constructor(private readonly options: DirectAnswersOptions) {
    this.schema = options.operations.planner.schemas.api;
  }

  /**
   * Plans the operation that is asked for, unless it was planned before.
   *
   * @param document  of the question; valid
   * @returns null: Apollo Server has to answer
   */
  find(question: Question, document: DocumentNode): DirectOperation | null {
    const { text, operationName, variables, isPersisted } = question;
    if (isPersisted) return null;
    const asked = getOperationAST(document, operationName);
    if (asked == null || asked.operation === 'subscription') return null;
    const { operation, run } = this.options.operations.of(text, document, operationName);
    if (typeof run === 'string' || variableErrors(this.schema, operation, variables) !== null) return null;
    return { run, variables };
  }

  /** @returns the answer as JSON text */
  async answer({ run, variables }: DirectOperation, context: RequestContext): Promise<string> {
    const { onExecuted, present, send } = this.options;
    onExecuted();
    const { data, errors, broken } = await run({
      variables,
      variableText: variableTexts(variables, context.heldLists),
      send: (call) => send(call, context),
    });
    const told = errors.length > 0 ? errors.map((error) => present(error, context.requestId)) : brokenErrors(broken);
    const text = JSON.stringify(data);
    return told.length === 0 ? `{"data":${text}}` : `{"errors":${JSON.stringify(told)},"data":${text}}`;
  }
}
