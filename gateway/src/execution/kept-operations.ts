import { OperationCache } from './operation-cache';

/**
 * What was made of operations. Those that were released with a client of ours keep their place whatever others ask; of the
 * others, those asked last are kept.
 */
export class KeptOperations<Made> {
  private readonly trusted = new OperationCache<Made>(Infinity);
  private readonly strangers: OperationCache<Made>;

  /** @param most  of others, that are kept */
  constructor(most: number) {
    this.strangers = new OperationCache<Made>(most);
  }

  /** @param make  called when there is none; what it throws is not kept */
  of(text: string, operationName: string | undefined, isTrusted: boolean, make: () => Made): Made {
    // A name has no such character, so no text and name run into each other.
    return (isTrusted ? this.trusted : this.strangers).of(`${operationName ?? ''}\0${text}`, make);
  }
}
