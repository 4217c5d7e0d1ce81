/** Facts of one request, already written as JSON, in their order. */
export interface Batch {
  json: readonly string[];
}

export interface BatchLimits {
  facts: number;
  bytes: number;
}

/**
 * Cuts facts into requests that hold at most so many facts and so many bytes; a fact larger than that stands alone. One
 * after the other as they are asked for, so that the platform works on the first while the next is being written.
 */
export function* batchesOf(inputs: Iterable<object>, limits: BatchLimits): Generator<Batch, void> {
  let json: string[] = [];
  let bytes = 0;
  for (const input of inputs) {
    const text = plainJson(input);
    const size = text.length + 1;
    if (json.length > 0 && (json.length >= limits.facts || bytes + size > limits.bytes)) {
      yield { json };
      json = [];
      bytes = 0;
    }
    json.push(text);
    bytes += size;
  }
  if (json.length > 0) yield { json };
}

const BEYOND_ASCII = /[\u0080-\uffff]/g;

/**
 * JSON in ASCII alone, so a byte for each character: one name with an accent would have everybody on the way keep, search
 * and hash the whole request with two bytes for each.
 */
function plainJson(input: object): string {
  const text = JSON.stringify(input);
  // Counting bytes takes a small part of what searching takes.
  return Buffer.byteLength(text) === text.length
    ? text
    : text.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Two halves of a batch that was too large for the receiver. */
export function halvesOf(batch: Batch): [Batch, Batch] {
  const middle = Math.ceil(batch.json.length / 2);
  return [{ json: batch.json.slice(0, middle) }, { json: batch.json.slice(middle) }];
}
