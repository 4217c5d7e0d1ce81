import type { ReactNode } from 'react';
import { useConnection } from '../apollo/live/live-context';
import { secondsSinceAnswer } from '../apollo/server-clock';
import { formatDuration } from '../format/duration';
import { formatCount } from '../format/quantity';
import { useNow } from '../ui/clock';
import { Glyph } from '../ui/glyph';
import { Popup } from '../ui/popup';
import { connectionSentence, connectionWords, proofWords } from './connection-words';
import classes from './connection-badge.module.css';

/** Whether what one sees moves by itself, and the client's proof that nothing was missed. */
export function ConnectionBadge({ past }: { past: boolean }): ReactNode {
  const state = useConnection();
  const kind = past && state.kind !== 'offline' ? 'past' : state.kind;
  const words = connectionWords({ kind });
  return (
    <Popup
      label="Live connection"
      align="end"
      width={320}
      trigger={(trigger) => (
        <button
          {...trigger}
          type="button"
          className={classes.badge}
          data-kind={kind}
          aria-label={`Connection: ${words.word}`}
        >
          <Glyph shape={words.shape} />
          <span>{words.word}</span>
        </button>
      )}
    >
      {() => <Details kind={kind} />}
    </Popup>
  );
}

function Details({ kind }: { kind: ReturnType<typeof useConnection>['kind'] }): ReactNode {
  const state = useConnection();
  const now = useNow(1);
  const ago = (at: number | null): string =>
    at === null ? 'never' : `${formatDuration(Math.max(0, (now - at) / 1000))} ago`;
  const silent = secondsSinceAnswer();
  return (
    <div className={classes.card}>
      <h3 tabIndex={-1} data-autofocus>
        Live connection
      </h3>
      <p>{connectionSentence({ kind, reason: state.reason })}</p>
      <p className={classes.proof}>
        <Glyph shape={state.gaps === 0 ? 'ok' : 'watch'} /> {proofWords(state)}
      </p>
      <dl>
        <Fact name="Messages">{formatCount(state.messages)}</Fact>
        <Fact name="Gaps">{formatCount(state.gaps)}</Fact>
        <Fact name="Repeats left out">{formatCount(state.repeats)}</Fact>
        <Fact name="Resumed by cursor">{formatCount(state.resumed)}</Fact>
        <Fact name="Connections lost">{formatCount(state.lost)}</Fact>
        <Fact name="Streams open">{formatCount(state.streams)}</Fact>
        <Fact name="Last heard">{ago(state.lastMessageAt)}</Fact>
        <Fact name="In this state since">{ago(state.since)}</Fact>
        <Fact name="Last answer over HTTP">{silent === null ? 'never' : `${formatDuration(silent)} ago`}</Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
