import { useApolloClient, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatDay } from '../../format/date';
import { formatPercentExact, percentDigits } from '../../format/percent';
import { countOf, formatCount } from '../../format/quantity';
import type { DefinitionComparisonQuery, SupplierFiguresQueryVariables, WindowInput } from '../../gql/graphql';
import { FigureTile, rowsLabel } from '../../ui/figure-tile';
import { Glyph } from '../../ui/glyph';
import { NotRefreshed } from '../../ui/not-refreshed';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { Section } from '../../ui/section';
import { TileFailure } from '../../ui/tile-failure';
import { causeWords, comparisonSentence, SIDES } from './comparison.model';
import { DEFINITION_COMPARISON } from './supplier.query';
import classes from './supplier-page.module.css';

const SHOWN = 100;

interface DefinitionComparisonProps {
  variables: SupplierFiguresQueryVariables & { window: WindowInput };
  name: string;
  lineLink: (id: string, name: ReactNode) => ReactNode;
}

type Comparison = NonNullable<DefinitionComparisonQuery['compareDefinitions']>;

/** OTIF of the same lines as buyer, supplier and agreement count it, and the lines on which they part. */
export function DefinitionComparison({ variables, name, lineLink }: DefinitionComparisonProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const asked = { ...variables, definitionIds: SIDES.map(({ id }) => id), first: SHOWN, after: null };
  const result = useQuery(DEFINITION_COMPARISON, { ...polled, variables: asked });
  const { value: comparison, failure } = useAnswer(result, result.data?.compareDefinitions, asked);
  const sides = SIDES.map((side) => ({
    ...side,
    metric: comparison?.results.find(({ definition }) => definition.id === side.id)?.metric ?? null,
  }));
  const differing = comparison?.differences.totalCount ?? 0;
  const sentence = comparison
    ? comparisonSentence(
        sides.map((side) => ({ name: side.name, percent: side.metric?.value ?? null })),
        differing,
      )
    : null;
  return (
    <Section
      id="definitions"
      card
      title="OTIF as each side counts it"
      description="The same lines of the same window under three definitions. A share alone does not settle a dispute: the lines do."
    >
      {sentence ? <p className={classes.sentence}>{sentence}</p> : null}
      {comparison === null && failure ? (
        <TileFailure {...failure} />
      ) : (
        <div className={classes.rates}>
          {sides.map(({ id, name: side, metric }) => (
            <FigureTile
              key={id}
              title={`${side} definition`}
              facts={metric}
              failure={failure}
              readings={
                metric
                  ? [
                      metric.value === null
                        ? { text: '—', exact: '—' }
                        : { text: percentDigits(metric.value), unit: '%', exact: formatPercentExact(metric.value) },
                    ]
                  : []
              }
              context={metric ? `of ${countOf(metric.n, 'line')}` : null}
              rowsLabel={metric ? rowsLabel(metric) : undefined}
              onRows={() =>
                openRows({
                  title: `OTIF of ${name} by the ${side.toLowerCase()} definition: the rows`,
                  subtitle: 'In the window of this page',
                  load: whenAsked(async () =>
                    (await import('./supplier-rows')).supplierRows(client, variables, 'otif', id),
                  ),
                })
              }
            />
          ))}
        </div>
      )}
      {comparison ? (
        <>
          <Differences comparison={comparison} lineLink={lineLink} />
          {failure ? <NotRefreshed failure={failure} /> : null}
        </>
      ) : failure ? null : (
        <div className={`${classes.waiting} sl-skeleton`} role="status" aria-label="Loading" />
      )}
    </Section>
  );
}

function Differences({
  comparison,
  lineLink,
}: { comparison: Comparison } & Pick<DefinitionComparisonProps, 'lineLink'>): ReactNode {
  const { edges, totalCount } = comparison.differences;
  if (totalCount === 0) return <p className={classes.none}>All three judge every line alike.</p>;
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Lines on which the definitions part">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Promised</th>
              <th scope="col">Received</th>
              {SIDES.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Why they part</th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ node: { line, verdicts, cause } }) => (
              <tr key={line.id}>
                <th scope="row">
                  {lineLink(line.id, `${line.orderNumber}${line.lineNumber ? ` / ${line.lineNumber}` : ''}`)}
                  <small>{line.itemName}</small>
                </th>
                <td>{formatDay(line.currentCommitDate)}</td>
                <td>{formatDay(line.receivedOn)}</td>
                {SIDES.map(({ id }) => {
                  const verdict = verdicts.find(({ definition }) => definition.id === id);
                  return (
                    <td key={id} title={verdict?.rule}>
                      <Verdict passed={verdict?.passed ?? null} />
                    </td>
                  );
                })}
                <td>{causeWords(cause)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        {countOf(totalCount, 'line')} judged differently
        {edges.length < totalCount ? `, the first ${formatCount(edges.length)} shown` : ''}
        {comparison.agreement === null
          ? ''
          : `; all pairs of definitions agree on ${formatPercentExact(comparison.agreement * 100)} of their judgements.`}
      </div>
    </>
  );
}

function Verdict({ passed }: { passed: boolean | null }): ReactNode {
  return (
    <span className={classes.verdict}>
      <Glyph shape={passed === null ? 'none' : passed ? 'ok' : 'risk'} />
      {passed === null ? 'left out' : passed ? 'passed' : 'failed'}
    </span>
  );
}
