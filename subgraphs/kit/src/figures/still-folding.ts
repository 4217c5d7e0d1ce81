/**
 * What was asked about has to be folded out of its facts, and that takes longer than the request has. The folding goes on:
 * who asks again finds it.
 */
export class StillFolding extends Error {
  readonly code = 'STILL_FOLDING';

  constructor() {
    super(
      'This is being folded out of its facts, which takes longer than one request. Ask again: it goes on meanwhile.',
    );
    this.name = 'StillFolding';
  }
}

/**
 * The answer has to be on its way some time before the request is over: the gateway gives up on a part a second earlier, and
 * while much is folded others have the thread for about as long.
 */
const MARGIN_MS = 2_000;
const LONGEST_MS = 5_000;

/**
 * Waits for work that goes on whatever becomes of the request. A caller who gave up would call this subgraph failing, and
 * others would find it closed; one who is told can ask again.
 *
 * @param msLeft  milliseconds that the request may still take
 * @throws StillFolding before they are over
 */
export async function inTime<Made>(work: Promise<Made>, msLeft: number): Promise<Made> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StillFolding()), Math.max(0, Math.min(LONGEST_MS, msLeft - MARGIN_MS)));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
