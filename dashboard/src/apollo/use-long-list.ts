import { useEffect, useState } from 'react';
import { describeFailure, type Failure } from './failure';

/** The largest page that the API gives. */
export const LARGEST_PAGE = 200;

/** A page of a list, as every connection of the API has it. */
export interface ListPage<Node> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: readonly { node: Node }[];
}

export interface LongList<Node> {
  nodes: readonly Node[];
  totalCount: number;
  /** There are more than those asked for. */
  more: boolean;
  /** Pages beyond the first are on their way. */
  loading: boolean;
  failure: Failure | null;
}

/**
 * A list longer than the largest page: the first page is the caller's own, which polls or is pushed; those after it are
 * read by its cursor, and again whenever the first page ends elsewhere. A row on two pages stands once.
 *
 * @param first  the newest first page, of at most LARGEST_PAGE rows; null while there is none
 * @param wanted rows that the reader asked for
 * @param load   reads `count` rows after a cursor; a new function for another question
 */
export function useLongList<Node extends { id: string }>(
  first: ListPage<Node> | null,
  wanted: number,
  load: (after: string, count: number) => Promise<ListPage<Node> | null | undefined>,
): LongList<Node> {
  const [rest, setRest] = useState<{ from: string; nodes: Node[]; more: boolean } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const from = first?.pageInfo.hasNextPage && wanted > LARGEST_PAGE ? first.pageInfo.endCursor : null;
  useEffect(() => {
    if (from === null) return undefined;
    let gone = false;
    const read = async (): Promise<void> => {
      const nodes: Node[] = [];
      let after: string | null = from;
      while (after !== null && nodes.length < wanted - LARGEST_PAGE) {
        const page = await load(after, Math.min(LARGEST_PAGE, wanted - LARGEST_PAGE - nodes.length));
        if (!page) throw new Error('the platform gave no page');
        nodes.push(...page.edges.map(({ node }) => node));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      }
      if (gone) return;
      setFailure(null);
      setRest({ from, nodes, more: after !== null });
    };
    read().catch((thrown: unknown) => {
      if (!gone) setFailure(describeFailure(thrown instanceof Error ? thrown : new Error(String(thrown))));
    });
    return () => {
      gone = true;
    };
  }, [from, wanted, load]);

  const head = first?.edges.map(({ node }) => node) ?? [];
  const tail = from === null || rest === null ? [] : rest.nodes;
  const known = new Set(head.map((node) => node.id));
  return {
    nodes: [...head, ...tail.filter((node) => !known.has(node.id))],
    totalCount: first?.totalCount ?? 0,
    more: from === null ? (first?.pageInfo.hasNextPage ?? false) : (rest?.more ?? true),
    loading: from !== null && failure === null && (rest === null || rest.from !== from),
    failure: from === null ? null : failure,
  };
}
