import { join } from 'node:path';
import { parse, print, visit, Kind, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { readDashboardDocuments } from '../../composition/dashboard-operations';

const DOCUMENTS = readDashboardDocuments(join(__dirname, '..', '..', '..')).flatMap(
  ({ text }) => parse(text).definitions,
);

/** An operation of the dashboard as it sends it: with the fragments it uses, without directives of its own. */
export function dashboardOperation(name: string): string {
  const operation = DOCUMENTS.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION && one.name?.value === name,
  );
  if (operation === undefined) throw new Error(`The dashboard has no operation ${name}.`);
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        if (used.has(value)) return;
        const fragment = DOCUMENTS.find(
          (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === value,
        );
        if (fragment === undefined) throw new Error(`The dashboard has no fragment ${value}.`);
        used.set(value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [operation, ...used.values()]
    .map((node) => print(visit(node, { Directive: ({ name: { value } }) => (value === 'unmask' ? null : undefined) })))
    .join('\n');
}

export interface Asked {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

/** What the overview asks when it is opened: last 90 days, the simulator's network, no filter. */
export function overviewOperations(): Asked[] {
  const scope = { origin: 'SIMULATED' };
  const window = { lastDays: 90 };
  const dayEnd = `${new Date().toISOString().slice(0, 10)}T23:59:59.999Z`;
  const variables: Record<string, Record<string, unknown>> = {
    OverviewPerformance: { scope, window },
    OverviewOverdue: { scope },
    OverviewQuality: { scope, window },
    OverviewProduction: { scope, window },
    OverviewSync: { scope, window },
    OverviewSeries: { scope, window, bucket: 'WEEK' },
    OverviewDefects: { scope, window, bucket: 'WEEK' },
    SupplierFigures: { scope, window },
    SupplierDefects: { scope, window },
    OrderBookOfDay: { scope, dayEnd, undated: false },
  };
  return Object.entries(variables).map(([name, asked]) => ({
    name,
    query: dashboardOperation(name),
    variables: asked,
  }));
}
