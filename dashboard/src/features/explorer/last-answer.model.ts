/** What came back last, as it was received. */
export interface Answer {
  /** The parsed body; of a stream, its last message. */
  body: unknown;
  /** HTTP status; null over a socket. */
  status: number | null;
  /** From asking to the whole answer, or to the first message. */
  milliseconds: number;
  /** Size of the answer's text; null over a socket. */
  bytes: number | null;
  /** Under which the platform's log has it; null over a socket. */
  requestId: string | null;
  /** Messages of a stream so far; 0 for an answer. */
  messages: number;
}

export interface AnswerFact {
  name: string;
  value: string;
  /** What it means, for those who point at it. */
  about: string;
}

type Named = Readonly<Record<string, unknown>>;
const record = (value: unknown): Named => (typeof value === 'object' && value !== null ? (value as Named) : {});
const number = (value: unknown): string | null =>
  typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 0 }) : null;

/** What the last answer cost, how old it is, under which trace it is found, and how long it took: what is there of it. */
export function answerFacts({ body, status, milliseconds, bytes, requestId, messages }: Answer): readonly AnswerFact[] {
  const { cost, freshness, traceId } = record(record(body)['extensions']);
  const facts: (AnswerFact | null)[] = [
    status === null || status === 200 ? null : { name: 'Status', value: String(status), about: 'HTTP status' },
    messages === 0 ? null : { name: 'Messages', value: String(messages), about: 'received from this stream so far' },
    { name: 'Time', value: `${Math.round(milliseconds)} ms`, about: 'from asking to the answer, network included' },
    bytes === null ? null : { name: 'Size', value: `${number(bytes)} B`, about: 'of the answer, not compressed' },
    costFact(record(cost)),
    freshnessFact(record(freshness)),
    traceFact(typeof traceId === 'string' ? traceId : requestId),
  ];
  return facts.filter((fact) => fact !== null);
}

function costFact({ requested, limit, remaining }: Named): AnswerFact | null {
  const value = number(requested);
  if (value === null) return null;
  const most = number(limit);
  const left = number(remaining);
  return {
    name: 'Cost',
    value: [most === null ? value : `${value} of ${most}`, ...(left === null ? [] : [`${left} left`])].join(', '),
    about: 'points that the operation was charged, the most one may cost, and what you have left now',
  };
}

function freshnessFact({ asOf, status }: Named): AnswerFact | null {
  if (asOf === undefined && status === undefined) return null;
  const words = typeof status === 'string' ? status.toLowerCase() : '';
  const at = typeof asOf === 'string' ? asOf : 'unknown';
  return {
    name: 'As of',
    value: words === '' ? at : `${at}, ${words}`,
    about: 'age of the oldest figure in the answer',
  };
}

const traceFact = (trace: string | null): AnswerFact | null =>
  trace === null ? null : { name: 'Trace', value: trace, about: 'under which the platform’s log has this request' };
