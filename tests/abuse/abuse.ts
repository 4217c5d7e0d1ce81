import type { World } from './world';

/** What an attack met. */
export interface Met {
  /** In words, for the table. */
  happened: string;
  /** The code or status that the attacker was told. */
  code: string;
}

/** One row of the threat model (design: reliability, chapter 2), as a test on the running platform. */
export interface Abuse {
  id: string;
  attack: string;
  /** True: it has to be refused before execution, so no subgraph may hear of it. */
  before: boolean;
  /** The same without any token, where a stranger can try it: only the time that it holds the gateway is of interest. */
  anonymous?: (world: World) => Promise<void>;
  /** @throws when the platform does anything but what is wanted */
  run: (world: World) => Promise<Met>;
}

/** A row that cannot be attacked yet, and why. */
export interface WithoutSurface {
  id: string;
  attack: string;
  why: string;
}

/** A document that must be refused as it stands. */
export function badDocument(
  id: string,
  attack: string,
  body: { query: string; variables?: object } | readonly object[],
  wanted: { status: number; code: string; limit?: string },
): Abuse {
  return {
    id,
    attack,
    before: true,
    anonymous: async (world) => {
      await world.post(null, body);
    },
    run: async (world) => {
      const answer = await world.post('executive', body);
      const [error] = answer.errors;
      const limit = error?.extensions?.['limit'];
      world.is(answer.status, wanted.status, 'status');
      world.is(error?.extensions?.code, wanted.code, 'code');
      if (wanted.limit !== undefined) world.is(limit, wanted.limit, 'limit');
      return { happened: `${answer.status}: ${error!.message}`, code: wanted.code };
    },
  };
}
