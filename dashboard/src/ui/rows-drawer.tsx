import { Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.css';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { formatStamp } from '../format/date';
import { countOf, formatCount, formatDecimal, formatExact } from '../format/quantity';
import { Button } from './button';
import { Segmented } from './field';
import { Glyph } from './glyph';
import { MantineFrame } from './mantine-frame';
import type { Row, RowsFigure } from './rows-page';
import { csvName, download, remainingRows, rowsCsv } from './rows-csv';
import { ruleWords, runningSums, verdictOf } from './rows.model';
import { useRows } from './use-rows';
import type { RowsRequest } from './rows-context';
import classes from './rows-drawer.module.css';

interface RowsDrawerProps {
  request: RowsRequest;
  opened: boolean;
  onClose: () => void;
}

/** The rows behind a figure, added up before the reader's eyes. */
export function RowsDrawer({ request, opened, onClose }: RowsDrawerProps): ReactNode {
  return (
    <MantineFrame>
      <Drawer.Root
        opened={opened}
        onClose={onClose}
        position="right"
        size="min(960px, 100vw)"
        transitionProps={{ duration: 120 }}
        classNames={{ content: classes.content }}
      >
        <Drawer.Overlay backgroundOpacity={0.4} />
        <Drawer.Content>
          {/* Not Drawer.Header: its <header> would be a second banner of the page. */}
          <div className={classes.header}>
            <Drawer.Title className={classes.heading}>
              {request.title}
              <small>{request.subtitle}</small>
            </Drawer.Title>
            <Drawer.CloseButton aria-label="Close the rows" />
          </div>
          <div className={classes.body}>
            {opened ? <Rows key={`${request.title} ${request.subtitle}`} request={request} /> : null}
          </div>
        </Drawer.Content>
      </Drawer.Root>
    </MantineFrame>
  );
}

/** Rows are of one height, so that thousands of them need only those in sight in the document. */
const ROW_HEIGHT = 34;
const OVERSCAN = 20;

function visibleSlice(scrollTop: number, height: number, total: number): { from: number; to: number } {
  const from = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - OVERSCAN);
  return { from: Math.min(from, total), to: Math.min(total, Math.ceil((scrollTop + height) / ROW_HEIGHT) + OVERSCAN) };
}

type Shown = 'all' | 'counted' | 'left out';

function Rows({ request }: { request: RowsRequest }): ReactNode {
  const loaded = useRows(request.load);
  const [shown, setShown] = useState<Shown>('all');
  const { rows, figure, totalCount, next, loading, failure } = loaded;
  const sums = useMemo(() => runningSums(rows, figure), [rows, figure]);
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const verdict = totalCount === null ? null : verdictOf(rows, totalCount, figure);
  const visible = rows
    .map((row, index) => ({ row, sum: sums[index] ?? null }))
    .filter(({ row }) => shown === 'all' || row.included === (shown === 'counted'));

  const slice = visibleSlice(top, scroller.current?.clientHeight ?? 800, visible.length);

  return (
    <>
      <div className={classes.tools}>
        <Segmented<Shown>
          label="Which rows to show"
          data={[
            { value: 'all', label: 'All rows' },
            { value: 'counted', label: 'Counted' },
            { value: 'left out', label: 'Left out' },
          ]}
          value={shown}
          onChange={setShown}
        />
        {figure && figure.excluded.length > 0 ? (
          <p className={classes.note}>
            Left out in all:{' '}
            {figure.excluded.map(({ code, label, count }) => `${formatCount(count)} × ${label || code}`).join('; ')}
          </p>
        ) : null}
      </div>

      <div
        ref={scroller}
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={`Rows of ${request.title}`}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <RowsTable all={visible} rows={visible.slice(slice.from, slice.to)} before={slice.from} figure={figure} />
        {totalCount === null && loading ? <Placeholder /> : null}
        {totalCount !== null && visible.length === 0 && !loading ? (
          <p className={classes.empty}>
            {rows.length === 0 ? 'No row is behind this figure.' : 'None among the rows loaded.'}
          </p>
        ) : null}
        {failure ? (
          <div className={classes.empty} role="alert">
            <p>The rows could not be read: {failure}</p>
            <Button size="xs" variant="default" onClick={loaded.more}>
              Try again
            </Button>
          </div>
        ) : null}
      </div>

      <div className={classes.verdict} data-state={verdict?.state ?? 'partial'} aria-live="polite">
        <span className={classes.sentence}>
          <Glyph shape={verdict?.state === 'agrees' ? 'ok' : verdict?.state === 'differs' ? 'risk' : 'none'} />
          {loading && loaded.read > rows.length
            ? `Reading: ${formatCount(loaded.read)} of ${formatCount(totalCount)} rows…`
            : (verdict?.text ?? 'Reading the first rows…')}
        </span>
        <span className={classes.buttons}>
          {next === null ? null : (
            <>
              <Button size="xs" variant="default" onClick={loaded.more} loading={loading}>
                50 more
              </Button>
              <Button size="xs" onClick={loaded.all} disabled={loading}>
                All {countOf(totalCount ?? 0, 'row')}
              </Button>
            </>
          )}
          <CsvButton request={request} rows={rows} next={next} disabled={rows.length === 0 || loading} />
        </span>
      </div>
    </>
  );
}

interface CsvButtonProps {
  request: RowsRequest;
  rows: readonly Row[];
  next: string | null;
  disabled: boolean;
}

/** All rows of the figure as a file, also those that have not been shown yet. */
function CsvButton({ request, rows, next, disabled }: CsvButtonProps): ReactNode {
  const [state, setState] = useState<{ read: number } | 'idle' | 'failed'>('idle');
  const save = async (): Promise<void> => {
    setState({ read: rows.length });
    try {
      const more = await remainingRows(request.load, next, (count) => setState({ read: rows.length + count }));
      download(csvName(request.title), rowsCsv([...rows, ...more]));
      setState('idle');
    } catch {
      // The button says so and may be pressed again; the rows on the screen are as they were.
      setState('failed');
    }
  };
  const busy = typeof state === 'object';
  return (
    <Button size="xs" variant="default" disabled={disabled} loading={busy} onClick={() => void save()}>
      {busy ? `Reading ${formatCount(state.read)}…` : state === 'failed' ? 'CSV failed: again' : 'CSV of all rows'}
    </Button>
  );
}

function RowsTable({
  all,
  rows,
  before,
  figure,
}: {
  all: readonly { row: Row; sum: string | null }[];
  /** Only those in sight; `before` rows above them and the rest below are empty space. */
  rows: readonly { row: Row; sum: string | null }[];
  before: number;
  figure: RowsFigure | null;
}): ReactNode {
  const total = all.length;
  const spread = figure?.kind === 'distribution';
  const unit = figure ? unitWord(figure) : '';
  // A column without a single entry says nothing: days are no instants, and a count or a sum has no denominator.
  const dated = all.some(({ row }) => row.occurredAt !== null);
  const divided = !spread && all.some(({ row }) => row.denominator !== null);
  return (
    <table className={classes.table} aria-rowcount={total + 1}>
      <thead>
        <tr>
          <th scope="col">Row</th>
          {dated ? (
            <th scope="col" className={classes.wide}>
              Date
            </th>
          ) : null}
          <th scope="col">Verdict</th>
          <th scope="col" className={classes.number}>
            {divided ? `Numerator${unit}` : `Value${unit}`}
          </th>
          {divided ? (
            <th scope="col" className={classes.number}>
              Denominator
            </th>
          ) : null}
          <th scope="col" className={`${classes.number} ${classes.wide}`}>
            Running sum
          </th>
        </tr>
      </thead>
      <tbody>
        {before > 0 ? <tr aria-hidden="true" style={{ height: before * ROW_HEIGHT }} /> : null}
        {rows.map(({ row, sum }, index) => (
          <tr
            key={`${row.subjectType}:${row.subjectId}`}
            aria-rowindex={before + index + 2}
            data-included={row.included}
            style={{ height: ROW_HEIGHT }}
          >
            <th scope="row" title={row.label}>
              {row.label}
            </th>
            {dated ? <td className={`${classes.date} ${classes.wide}`}>{formatStamp(row.occurredAt)}</td> : null}
            <td>
              <span className={classes.state}>
                <Glyph shape={row.included ? 'counted' : 'none'} />
                <span>
                  {row.included ? 'Counted' : 'Left out'}: <span title={row.rule}>{ruleWords(row.rule)}</span>
                </span>
              </span>
            </td>
            <td className={classes.number}>{spread ? formatExact(row.value) : formatDecimal(row.numerator)}</td>
            {divided ? <td className={classes.number}>{formatDecimal(row.denominator)}</td> : null}
            <td className={`${classes.number} ${classes.wide} ${classes.sum}`}>{sum ?? ''}</td>
          </tr>
        ))}
        {before + rows.length < total ? (
          <tr aria-hidden="true" style={{ height: (total - before - rows.length) * ROW_HEIGHT }} />
        ) : null}
      </tbody>
    </table>
  );
}

function unitWord(figure: RowsFigure): string {
  if (figure.unit === 'DAYS') return ' (days)';
  if (figure.kind === 'metric' && figure.unit === 'MONEY' && figure.unitCode) return ` (${figure.unitCode})`;
  return '';
}

function Placeholder(): ReactNode {
  return (
    <div className={classes.placeholder} aria-hidden="true">
      {Array.from({ length: 12 }, (_, index) => (
        <span key={index} className="sl-skeleton" />
      ))}
    </div>
  );
}
