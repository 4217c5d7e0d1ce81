import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState, type ReactNode } from 'react';
import { useFolding } from '../../apollo/folding';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import {
  addDays,
  endOfDay,
  formatDay,
  isDay,
  quarterEndAfter,
  quarterEndOnOrBefore,
  type Day,
} from '../../format/date';
import { formatCount, formatMoney, formatMoneyCompact } from '../../format/quantity';
import type { OrderBookOfDayQuery, ScopeInput } from '../../gql/graphql';
import { IconButton } from '../../ui/button';
import { DefinitionPopover } from '../../ui/definition-popover';
import type { FigureFacts } from '../../ui/figure';
import { Switch, TextField } from '../../ui/field';
import { FigureTile, rowsLabel } from '../../ui/figure-tile';
import { FreshnessMark } from '../../ui/freshness-mark';
import { ChevronLeft, ChevronRight } from '../../ui/icons';
import { NumberTable } from '../../ui/number-table';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { Section } from '../../ui/section';
import { TileFailure, type FailureFacts } from '../../ui/tile-failure';
import { countIn, differenceWords, orderBookSentence } from './order-book.model';
import { ORDER_BOOK } from './order-book.query';
import type { OrderBookFigure } from './order-book-rows';
import classes from './order-book.module.css';

interface OrderBookSectionProps {
  scope: ScopeInput | null;
  /** The day whose book is shown. */
  day: Day;
  onDay: (day: Day) => void;
  /** Also lines of which no source tells when they were ordered. */
  undated: boolean;
  onUndated: (undated: boolean) => void;
  today: Day;
}

type Books = NonNullable<OrderBookOfDayQuery['books']>;
type CountFigure = FigureFacts & { value: number | null };

/** The figure with a count of nothing in a book that holds lines read as what it is: 0. */
function counted<Figure extends CountFigure>(book: { ordered: CountFigure }, figure: Figure): Figure {
  const value = countIn(book, figure);
  return value === figure.value ? figure : { ...figure, value, reason: null };
}

/** What the books said on a day beside what was true: where "overdue" was only "not written down". */
export function OrderBookSection(props: OrderBookSectionProps): ReactNode {
  const { scope, day, undated, today } = props;
  const client = useApolloClient();
  const openRows = useOpenRows();
  const dayEnd = endOfDay(day);
  const variables = { scope, dayEnd, undated };
  const result = useQuery(ORDER_BOOK, { ...polled, variables });
  const ofBooks = useAnswer(result, result.data?.books, variables);
  const ofTruth = useAnswer(result, result.data?.truth, variables);
  const [books, truth] = [ofBooks.value, ofTruth.value];
  const failure = ofBooks.failure ?? ofTruth.failure;
  const folding = useFolding();

  const rowsOf = (title: string, figure: OrderBookFigure, view: 'books' | 'truth') => () =>
    openRows({
      title: `${title}: the rows`,
      subtitle: `${formatDay(day)}, ${view === 'books' ? 'as the books had it at the end of that day' : 'as known now'}`,
      load: whenAsked(async () =>
        (await import('./order-book-rows')).orderBookRows(client, { scope, dayEnd, undated, view }, figure),
      ),
    });

  const count = (figure: CountFigure | undefined): { text: string; exact: string }[] =>
    figure ? [{ text: formatCount(figure.value), exact: formatCount(figure.value) }] : [];
  const tile = (
    title: string,
    figure: OrderBookFigure,
    context: ReactNode,
    tone: 'plain' | 'watch' | 'risk' = 'plain',
  ) => {
    const facts = books && counted(books, books[figure]);
    return (
      <FigureTile
        title={title}
        facts={facts}
        failure={failure}
        readings={count(facts ?? undefined)}
        context={context}
        tone={facts?.value ? tone : 'plain'}
        rowsLabel={facts ? rowsLabel(facts) : undefined}
        onRows={rowsOf(title, figure, 'books')}
      />
    );
  };

  const sentence = books
    ? (orderBookSentence(day, countIn(books, books.overdue), countIn(books, books.falselyOverdue)) ??
      `The books of ${formatDay(day)} hold no order line.`)
    : null;
  const value = books && counted(books, books.deliveredUnrecordedValue);
  return (
    <Section
      id="order-book"
      title="Order book of a day"
      description="Lines ordered and not yet delivered: as the books had it at the end of that day (UTC), beside what is known now."
      actions={<DayControl {...props} />}
    >
      <p className={classes.sentence} aria-live="polite">
        {sentence ??
          (failure ? (
            'The order book is not available right now.'
          ) : folding ? (
            `Folding the past: the book of ${formatDay(day)} is made out of its facts, which takes some seconds.`
          ) : (
            <span className="sl-skeleton" />
          ))}
      </p>
      <div className={classes.layout}>
        <div className={classes.tiles}>
          {tile('Overdue in the books', 'overdue', 'due before that day, no receipt in the books', 'watch')}
          {tile('Falsely overdue', 'falselyOverdue', 'called overdue, though already delivered', 'risk')}
          {tile('Delivered, not recorded', 'deliveredUnrecorded', 'on site, missing in the books')}
          <FigureTile
            title="Value not recorded"
            facts={value}
            failure={failure}
            readings={
              value
                ? [
                    {
                      text: formatMoneyCompact(value.value, value.unitCode),
                      exact: formatMoney(
                        value.numerator ?? (value.value === null ? null : String(value.value)),
                        value.unitCode,
                      ),
                    },
                  ]
                : []
            }
            context="of the lines delivered, not recorded"
            rowsLabel={value ? rowsLabel(value) : undefined}
            onRows={rowsOf('Value not recorded', 'deliveredUnrecordedValue', 'books')}
          />
        </div>
        <Comparison books={books} truth={truth} rowsOf={rowsOf} failure={failure} />
      </div>
      <p className={classes.note}>
        {undated ? 'Lines without a known order date are included.' : 'Lines without a known order date are left out.'}
        {day > today ? ' The day chosen lies in the future.' : ''}
      </p>
    </Section>
  );
}

interface ComparisonProps {
  failure: FailureFacts | null;
  books: Books | null;
  truth: NonNullable<OrderBookOfDayQuery['truth']> | null;
  rowsOf: (title: string, figure: OrderBookFigure, view: 'books' | 'truth') => () => void;
}

function Comparison({ books, truth, rowsOf, failure }: ComparisonProps): ReactNode {
  const names = { ordered: 'Ordered', delivered: 'Delivered', open: 'Open', overdue: 'Overdue' } as const;
  const figures = ['ordered', 'delivered', 'open', 'overdue'] as const;
  if (!books && !truth) {
    return failure ? (
      <div className={`${classes.comparison} ${classes.failed}`}>
        <TileFailure {...failure} />
      </div>
    ) : (
      <div className={`${classes.comparison} ${classes.waiting}`} role="status" aria-label="Loading" />
    );
  }
  return (
    <div className={classes.comparison}>
      <NumberTable
        label="The books beside the truth"
        columns={[
          { key: 'name', name: 'Lines', text: true },
          { key: 'books', name: 'In the books' },
          { key: 'truth', name: 'As known now' },
          { key: 'difference', name: 'Books − truth' },
        ]}
        rows={figures.map((figure) => ({
          key: figure,
          cells: [
            <span key="name" className={classes.name}>
              {names[figure]}
              {books ? <DefinitionPopover title={names[figure]} facts={books[figure]} /> : null}
            </span>,
            <Count
              key="books"
              figure={books && counted(books, books[figure])}
              name={`${names[figure]} in the books`}
              onRows={rowsOf(names[figure], figure, 'books')}
            />,
            <Count
              key="truth"
              figure={truth && counted(truth, truth[figure])}
              name={`${names[figure]} as known now`}
              onRows={rowsOf(names[figure], figure, 'truth')}
            />,
            differenceWords(books && countIn(books, books[figure]), truth && countIn(truth, truth[figure])),
          ],
        }))}
      />
      {books ? (
        <div className={classes.foot}>
          <FreshnessMark freshness={books.ordered.freshness} failure={failure} />
        </div>
      ) : null}
    </div>
  );
}

function Count({ figure, name, onRows }: { figure: CountFigure | null; name: string; onRows: () => void }): ReactNode {
  if (!figure) return '—';
  return (
    <button
      type="button"
      className="sl-cell-link"
      onClick={onRows}
      aria-label={`${name}: ${formatCount(figure.value)}, show the rows`}
    >
      {formatCount(figure.value)}
    </button>
  );
}

function DayControl({ day, onDay, undated, onUndated, today }: OrderBookSectionProps): ReactNode {
  const [draft, setDraft] = useState(day);
  useEffect(() => setDraft(day), [day]);
  const next = quarterEndAfter(day);
  return (
    <>
      <Switch
        label="Include undated orders"
        checked={undated}
        onChange={(event) => onUndated(event.currentTarget.checked)}
      />
      <div className={classes.day} role="group" aria-label="Day of the order book">
        <IconButton
          variant="default"
          size={30}
          aria-label="Quarter end before"
          title="Quarter end before"
          onClick={() => onDay(quarterEndOnOrBefore(addDays(day, -1)))}
        >
          <ChevronLeft />
        </IconButton>
        <TextField
          type="date"
          aria-label="Day of the order book"
          value={draft}
          max={today}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setDraft(chosen);
            // While a year is being typed the field holds days like 0002-09-30.
            if (isDay(chosen) && chosen >= '1970-01-01') onDay(chosen);
          }}
          onBlur={() => setDraft(day)}
        />
        <IconButton
          variant="default"
          size={30}
          aria-label="Quarter end after"
          title="Quarter end after"
          disabled={day >= today}
          onClick={() => onDay(next > today ? today : next)}
        >
          <ChevronRight />
        </IconButton>
      </div>
    </>
  );
}
