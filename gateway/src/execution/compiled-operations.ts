import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { CompileContext, compileWhereCovered, type CompiledOperation } from './compile-operation';
import { KeptOperations } from './kept-operations';
import { OperationPlanner } from './planner';

/** Compiled operations that are kept; each is some tens of kilobytes. */
const MOST_OPERATIONS = 1_000;

/** An operation that is to be run. */
export interface OperationAsked {
  /** The document as it was sent: equal texts are planned once. */
  text: string;
  /** The same, parsed and valid against what clients see. */
  document: DocumentNode;
  operationName: string | undefined;
  /** True for operations that were released with a client of ours: they keep their place whatever others ask. */
  isTrusted: boolean;
}

/** An operation that has been planned. */
export interface PreparedOperation {
  operation: OperationDefinitionNode;
  /** A string: why it is not compiled. */
  run: CompiledOperation | string;
}

/** Plans and compiles each operation of a supergraph once, for everyone who runs it. */
export class CompiledOperations {
  private readonly operations = new KeptOperations<PreparedOperation>(MOST_OPERATIONS);
  readonly planner: OperationPlanner;
  readonly context: CompileContext;

  /**
   * @param onPlanned  told of every operation that was not kept
   * @throws when the text is no supergraph
   */
  constructor(
    supergraphSdl: string,
    private readonly onPlanned: (isTrusted: boolean) => void = () => undefined,
  ) {
    this.planner = new OperationPlanner(supergraphSdl);
    this.context = new CompileContext(this.planner.schemas);
  }

  /** @throws Error when the document has no such operation, or the planner fails */
  of({ text, document, operationName, isTrusted }: OperationAsked): PreparedOperation {
    return this.operations.of(text, operationName, isTrusted, () => {
      this.onPlanned(isTrusted);
      return this.prepare(document, operationName);
    });
  }

  private prepare({ definitions }: DocumentNode, operationName: string | undefined): PreparedOperation {
    const fragments: Record<string, FragmentDefinitionNode> = {};
    const operations: OperationDefinitionNode[] = [];
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    }
    const operation =
      operationName === undefined ? operations[0] : operations.find((one) => one.name?.value === operationName);
    if (operation === undefined) throw new Error('An operation was let through that is not in its document.');
    const plan = this.planner.plan({ kind: Kind.DOCUMENT, definitions }, operationName);
    return { operation, run: compileWhereCovered({ operation, fragments, plan }, this.context) };
  }
}
