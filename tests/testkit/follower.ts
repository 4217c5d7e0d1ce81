import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { StoryPlatform } from './platform';

/** The fields that every change has, and whatever else was selected. */
export interface FollowedChange {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  [field: string]: unknown;
}

export interface FollowOptions {
  /** With the variable `$after: Cursor`; its field's changes select cursor, previousCursor and kind. */
  query: string;
  field: string;
  variables?: Record<string, unknown>;
  persona?: string;
  supplierId?: string;
  /** Cursor to begin after. Default: from now. */
  from?: string;
}

/**
 * Follows a stream as a client should: it keeps the cursor of every message, and whenever its socket or its stream is lost
 * it subscribes again after the last one. What it has heard is what the stream has told, through whatever happened.
 */
export class Follower {
  readonly heard: FollowedChange[] = [];
  readonly errors: unknown[] = [];
  /** Milliseconds since the epoch at which each message came. */
  readonly at: number[] = [];
  resumes = 0;
  private client: Client | null = null;
  private isLeft = false;
  private running: Promise<void> | null = null;

  constructor(
    private readonly platform: StoryPlatform,
    private readonly options: FollowOptions,
  ) {}

  async start(): Promise<this> {
    this.running = this.follow();
    await this.until(() => this.heard.length > 0);
    return this;
  }

  /** Changes without marks. */
  get changes(): FollowedChange[] {
    return this.heard.filter(({ kind }) => kind !== 'HEARTBEAT' && kind !== 'SNAPSHOT');
  }

  /** Places at which the message before is not the one had before: each is a gap or a repeat. */
  get breaks(): { previousCursor: string | null; last: string | undefined }[] {
    return this.heard.flatMap(({ previousCursor }, index) => {
      const last = this.heard[index - 1]?.cursor;
      return index === 0 || previousCursor === last ? [] : [{ previousCursor, last }];
    });
  }

  async until(wanted: (follower: this) => boolean, ms = 60_000): Promise<void> {
    const end = Date.now() + ms;
    while (!wanted(this)) {
      if (Date.now() > end)
        throw new Error(
          `not within ${ms} ms: heard ${this.heard.length}, last ${JSON.stringify(this.heard.slice(-2))}, errors ${JSON.stringify(this.errors)}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async leave(): Promise<void> {
    this.isLeft = true;
    await this.client?.dispose();
    await this.running;
  }

  private async follow(): Promise<void> {
    while (!this.isLeft) {
      await this.attempt().catch((error: unknown) => this.errors.push(error));
      if (!this.isLeft) await new Promise((resolve) => setTimeout(resolve, 100));
      this.resumes += 1;
    }
  }

  private async attempt(): Promise<void> {
    const { query, field, variables, persona = 'executive', supplierId, from = null } = this.options;
    const token = await this.platform.token(persona, supplierId);
    const client = createClient({
      url: `${this.platform.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    this.client = client;
    const after = this.heard.at(-1)?.cursor ?? from;
    const over = new Promise<void>((resolve, reject) => {
      client.subscribe<Record<string, FollowedChange>>(
        { query, variables: { ...variables, after } },
        {
          next: ({ data, errors }) => {
            if (errors !== undefined) this.errors.push(...errors);
            const change = data?.[field];
            if (change == null) return;
            this.at.push(Date.now());
            this.heard.push(change);
          },
          error: (error) => reject(error instanceof Error ? error : new Error(JSON.stringify(error))),
          complete: resolve,
        },
      );
    });
    try {
      await over;
    } finally {
      await client.dispose();
    }
  }
}
