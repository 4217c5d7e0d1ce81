import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionsAsMarkdown } from './definitions-as-markdown';
import {
  DEFECT_RATE,
  DEFAULT_ON_TIME,
  DEFAULT_OTIF,
  definitionById,
  definitionsOf,
  LATENESS,
  LOT_REJECTION_RATE,
  LEAD_TIME_STAGES,
  leadTimeDefinitionId,
  leadTimeStageOf,
  ORDER_BOOK,
  PRODUCTION,
  RECORDED_LAG,
  SYNC_LAG,
  SYSTEM_DEFINITIONS,
  systemDefinition,
  VOLUME_LINES,
  VOLUME_VALUE,
} from './system-definitions';

describe('the definitions that the platform ships', () => {
  it('have ids of their own, made of metric, variant and version', () => {
    expect(new Set(SYSTEM_DEFINITIONS.map(({ id }) => id)).size).toBe(SYSTEM_DEFINITIONS.length);
    for (const { id, metric, version } of SYSTEM_DEFINITIONS) {
      expect(id).toMatch(/^[a-zA-Z]+\.[A-Za-z0-9_]+@\d+$/);
      expect(id.startsWith(`${metric}.`)).toBe(true);
      expect(id.endsWith(`@${version}`)).toBe(true);
    }
  });

  it('are found by id, and an unknown one is none', () => {
    expect(definitionById(DEFAULT_ON_TIME)).toMatchObject({
      clockEvent: 'RECEIVED',
      dueBasis: 'LAST_COMMIT',
      earlyDays: null,
      lateDays: 0,
      unit: 'PERCENT',
    });
    expect(definitionById('onTime.never@1')).toBeNull();
    expect(() => systemDefinition('onTime.never@1')).toThrow('onTime.never@1');
  });

  it('include every one that others refer to by name', () => {
    const named = [
      DEFAULT_ON_TIME,
      DEFAULT_OTIF,
      LATENESS,
      RECORDED_LAG,
      VOLUME_LINES,
      VOLUME_VALUE,
      ...Object.values(ORDER_BOOK),
      ...Object.values(SYNC_LAG),
      ...Object.values(DEFECT_RATE),
      LOT_REJECTION_RATE,
      ...Object.values(PRODUCTION),
    ];
    for (const id of named) expect(definitionById(id)).not.toBeNull();
  });

  it('name a lead time for each stage, and the stage of each', () => {
    expect(definitionsOf('leadTime')).toHaveLength(12);
    for (const stage of LEAD_TIME_STAGES) expect(leadTimeStageOf({ id: leadTimeDefinitionId(stage) })).toBe(stage);
    expect(leadTimeStageOf({ id: DEFAULT_OTIF })).toBeNull();
  });

  it('put a row into a window by the date that the metric is about', () => {
    const bases = Object.fromEntries(SYSTEM_DEFINITIONS.map(({ metric, defaultBasis }) => [metric, defaultBasis]));
    expect(bases).toEqual({
      leadTime: 'RECEIVED',
      onTime: 'DUE',
      otif: 'DUE',
      lateness: 'RECEIVED',
      recordedLag: 'RECEIVED',
      volume: 'DUE',
      orderBook: 'RECORDED',
      syncLag: 'VISIBLE',
      defectRate: 'RECEIVED',
      lotRejectionRate: 'RECEIVED',
      scheduleAdherence: 'DUE',
      firstPassYield: 'DECIDED',
      unposted: 'RECORDED',
    });
  });

  it('stand word for word in the documentation', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/metrics.md'), 'utf8');
    expect(page).toContain(definitionsAsMarkdown(SYSTEM_DEFINITIONS));
  });
});
