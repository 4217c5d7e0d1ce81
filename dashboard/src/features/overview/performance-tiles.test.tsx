import '../../testing/browser';
import { useQuery } from '@apollo/client/react';
import { MockedProvider } from '@apollo/client/testing/react';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { RowsHost } from '../../ui/rows-context';
import { leadTime, nothingDue, onTime } from './fixtures';
import { PerformanceTiles } from './performance-tiles';
import { OVERVIEW_PERFORMANCE } from './performance.query';

const variables = { scope: null, window: { lastDays: 90 }, asOf: null, knownAt: null };

function Page(): ReactNode {
  const { data, error } = useQuery(OVERVIEW_PERFORMANCE, { variables, errorPolicy: 'all' });
  return (
    <PerformanceTiles
      performance={data?.supplierPerformance ?? null}
      variables={variables}
      note={null}
      whenNothing={<p>Show all of it</p>}
      failure={error ? { message: error.message, part: null, traceId: '4f1d', onRetry: () => undefined } : null}
    />
  );
}

function show(result: { data?: unknown; errors?: { message: string }[] }): void {
  render(
    <MantineProvider>
      <MockedProvider mocks={[{ request: { query: OVERVIEW_PERFORMANCE, variables }, result: result as never }]}>
        <RowsHost>
          <Page />
        </RowsHost>
      </MockedProvider>
    </MantineProvider>,
  );
}

const performance = (share: unknown) => ({
  supplierPerformance: {
    __typename: 'SupplierPerformance',
    id: 'p1',
    onTime: share,
    otif: { ...onTime, value: 88.1, numerator: '2573' },
    leadTime,
    recordedLag: { ...leadTime, median: 0, p95: 10 },
    volume: {
      __typename: 'Volume',
      lines: 2921,
      orders: 1802,
      shipments: 2169,
      value: {
        ...onTime,
        unit: 'MONEY',
        unitCode: 'USD',
        value: 331053953.37,
        numerator: '331053953.37',
        denominator: null,
      },
    },
  },
});

afterEach(cleanup);

it('shows a figure with its age and its rows, and says the page in one sentence', async () => {
  show({ data: performance(onTime) });
  const tile = within(await screen.findByRole('region', { name: 'On time' }));
  expect(await tile.findByText('94.5')).toBeTruthy();
  expect(tile.getByText('of 2,921 lines due, 160 late')).toBeTruthy();
  expect(tile.getByText('Archive')).toBeTruthy();
  expect(tile.getByText('to 14 Sep 2015').getAttribute('datetime')).toBe('2015-09-14T12:00:00Z');
  expect(tile.getByRole('button', { name: 'What On time means' })).toBeTruthy();
  expect(tile.getByRole('button', { name: 'Rows behind On time: 2,921 rows' })).toBeTruthy();
  expect(screen.getByText(/94\.5\s% of 2,921 order lines came on time/)).toBeTruthy();
});

it('counts rows left out among the rows behind the figure', async () => {
  show({ data: performance(onTime) });
  expect(await screen.findByRole('button', { name: 'Rows behind Lead time: 2,921 rows' })).toBeTruthy();
});

it('shows a dash with its reason, never zero, when nothing was due', async () => {
  show({ data: performance(nothingDue) });
  const tile = within(await screen.findByRole('region', { name: 'On time' }));
  expect(await tile.findByText('Nothing in this window to measure')).toBeTruthy();
  expect(tile.getByText('—')).toBeTruthy();
  expect(tile.queryByText('0')).toBeNull();
});

it('names the failure and its trace where no figure came', async () => {
  show({ data: { supplierPerformance: null }, errors: [{ message: 'suppliers does not answer' }] });
  const tile = within(await screen.findByRole('region', { name: 'OTIF' }));
  expect(await tile.findByText('suppliers does not answer')).toBeTruthy();
  expect(tile.getByText('4f1d')).toBeTruthy();
  expect(tile.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
