import type { ReactNode } from 'react';
import type { Day } from '../../format/date';
import { formatCount } from '../../format/quantity';
import type { PurchaseOrderLineFilter } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { NotRefreshed } from '../../ui/not-refreshed';
import { Section } from '../../ui/section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import { ExceptionsTable, type LineLinks } from './exceptions-table';
import { useExceptions } from './use-exceptions';
import classes from './orders.module.css';

const SHOWN = 8;

interface TopExceptionsProps extends LineLinks {
  filter: PurchaseOrderLineFilter;
  today: Day;
  /** The page looks back: the list does not, and says so. */
  past: boolean;
  /** The way to all of them. */
  allLink: (words: string) => ReactNode;
}

/** The overdue lines on which most hangs. */
export function TopExceptions({ filter, today, past, allLink, ...links }: TopExceptionsProps): ReactNode {
  const { ranked, totalCount, failure } = useExceptions({ ...filter, overdue: true }, today, SHOWN);
  const { rows, fresh, moved, resort } = useStableOrder(ranked ?? [], JSON.stringify(filter));
  return (
    <Section
      id="exceptions"
      card
      title="What needs a decision"
      description={`Overdue order lines by what hangs on them: value not delivered × days late.${past ? ' As they are now: this list has no past.' : ''}`}
      actions={
        moved ? (
          <Button size="xs" variant="default" onClick={resort}>
            {fresh > 0 ? `${formatCount(fresh)} new: show` : 'Order has changed: sort again'}
          </Button>
        ) : null
      }
    >
      {ranked ? (
        <>
          {totalCount === 0 ? null : (
            <ExceptionsTable
              rows={rows.slice(0, SHOWN)}
              label="The overdue lines on which most hangs"
              brief
              {...links}
            />
          )}
          <p className={classes.more}>
            {totalCount > 0 ? allLink(`All ${formatCount(totalCount)} overdue lines`) : 'No line is overdue.'}
          </p>
          {failure ? <NotRefreshed failure={failure} /> : null}
        </>
      ) : failure ? (
        <TileFailure {...failure} />
      ) : (
        <div className={classes.waiting} role="status" aria-label="Loading">
          {Array.from({ length: SHOWN }, (_, index) => (
            <span key={index} className="sl-skeleton" />
          ))}
        </div>
      )}
    </Section>
  );
}
