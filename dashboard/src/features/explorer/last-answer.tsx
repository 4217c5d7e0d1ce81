import type { ReactNode } from 'react';
import { answerFacts, type Answer } from './last-answer.model';
import classes from './explorer.module.css';

/** Cost, age, trace and time of what came back last. */
export function LastAnswer({ answer }: { answer: Answer | null }): ReactNode {
  return (
    <dl className={classes.answer} aria-label="The last answer">
      {answer === null ? (
        <div>
          <dt>Last answer</dt>
          <dd>none yet</dd>
        </div>
      ) : (
        answerFacts(answer).map(({ name, value, about }) => (
          <div key={name} title={about}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))
      )}
    </dl>
  );
}
