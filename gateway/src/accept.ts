/** One of the forms that a request takes its answer in. */
export interface AcceptedRange {
  /** e.g. `text/event-stream`, in lower case; with a wildcard where that was sent. */
  type: string;
  /** What follows it, in lower case and without its weight, e.g. `subscriptionspec=1.0`. */
  parameters: readonly string[];
  quality: number;
}

/** The ranges of an `accept` header, the preferred first; those that it rules out are left out. */
export function acceptedRanges(accept: string): readonly AcceptedRange[] {
  const ranges = accept
    .toLowerCase()
    .split(',')
    .map((range) => {
      const [type = '', ...rest] = range.split(';').map((part) => part.trim());
      const quality = Number(rest.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
      return { type, parameters: rest.filter((part) => !part.startsWith('q=')), quality };
    })
    .filter(({ type, quality }) => type !== '' && quality > 0);
  // What is named goes before what is merely not excluded; of equals, the first.
  return ranges.sort((left, right) => right.quality - left.quality || isWild(left) - isWild(right));
}

const isWild = ({ type }: AcceptedRange): number => (type.endsWith('*') ? 1 : 0);
