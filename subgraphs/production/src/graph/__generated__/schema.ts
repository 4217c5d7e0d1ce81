import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../../context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Opaque position in a list or an event stream. Signed: a forged or foreign cursor is refused. */
  Cursor: { input: string; output: string; }
  /** Calendar date at the plant concerned, e.g. 2026-03-14. */
  Date: { input: string; output: string; }
  /** RFC 3339 instant with offset, e.g. 2026-03-14T09:30:00+01:00. */
  DateTime: { input: string; output: string; }
  /** Exact decimal number as a string, e.g. "12.500". Never a float. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** Length of one point of a series. */
export type Bucket =
  /** One calendar day. */
  | 'DAY'
  /** One hour. */
  | 'HOUR'
  /** One calendar month. */
  | 'MONTH'
  /** Three calendar months, from January, April, July or October. */
  | 'QUARTER'
  /** Seven days from Monday. */
  | 'WEEK'
  /** One calendar year. */
  | 'YEAR';

/** Fact streams are gapless: previousCursor proves it. Figure streams may skip figures, never facts: their cursor is the log position that the figure includes. */
export type ChangeKind =
  /** New. */
  | 'CREATED'
  /** Nothing changed; everything up to here has been sent. */
  | 'HEARTBEAT'
  /** No longer part of the answer. */
  | 'REMOVED'
  /** The state at the start of the stream. */
  | 'SNAPSHOT'
  /** Changed. */
  | 'UPDATED';

/** The event whose date is compared with the due date. */
export type ClockEvent =
  /** The goods were inspected and found good. */
  | 'ACCEPTED'
  /** The goods arrived at the site. */
  | 'ARRIVED'
  /** The goods were released to stock. */
  | 'AVAILABLE'
  /** The goods were handed to the carrier. */
  | 'HANDED_OVER'
  /** The goods were received. */
  | 'RECEIVED'
  /** The supplier shipped. */
  | 'SHIPPED';

/** One row behind a figure, and what it contributes. */
export type Contribution = {
  __typename?: 'Contribution';
  /** What the row adds to the denominator; null when it adds nothing. */
  denominator?: Maybe<Scalars['Decimal']['output']>;
  /** True when the row counts, false when it is left out. */
  included: Scalars['Boolean']['output'];
  /** The row as people call it, e.g. order and line number. */
  label: Scalars['String']['output'];
  /** What the row adds to the numerator; null when it adds nothing. */
  numerator?: Maybe<Scalars['Decimal']['output']>;
  /** When the decisive event happened; null when only its day is known. */
  occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Exclusion code, or the rule that decided the row. */
  rule: Scalars['String']['output'];
  /** Id of the row. */
  subjectId: Scalars['ID']['output'];
  /** GraphQL type and id of the row, e.g. PurchaseOrderLine. */
  subjectType: Scalars['String']['output'];
  /** The observation, in the unit of the figure; null in a ratio and for a row left out. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** One page of a list: contributions. */
export type ContributionConnection = {
  __typename?: 'ContributionConnection';
  edges: Array<ContributionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type ContributionEdge = {
  __typename?: 'ContributionEdge';
  cursor: Scalars['Cursor']['output'];
  node: Contribution;
};

/** Whose facts a figure is made of. */
export type DataOrigin =
  /** Those of real sources. */
  | 'REAL'
  /** Those of the simulator: a plausible network that does not exist. */
  | 'SIMULATED';

/** How two dates are compared. */
export type DayMode =
  /** As calendar days at the receiving site. */
  | 'CALENDAR'
  /** As instants, to the second. */
  | 'INSTANT'
  /** Against an agreed slot of time. */
  | 'SLOT'
  /** As working days of the calendar concerned. */
  | 'WORKING';

/** G4: what counts as defective. */
export type DefectCount =
  /** The defective units found in the sample. */
  | 'FOUND'
  /** The whole lot. */
  | 'LOT'
  /** The defective units found when the whole lot was sorted. */
  | 'SORTED';

/** What defects are divided by. */
export type DefectDenominator =
  /** Units delivered. */
  | 'DELIVERED'
  /** Units inspected. */
  | 'INSPECTED';

/** Whose view of the matter a definition is. */
export type DefinitionParty =
  /** Agreed between both. */
  | 'AGREED'
  /** The buyer's own. */
  | 'BUYER'
  /** The supplier's own. */
  | 'SUPPLIER'
  /** Comes with the platform. */
  | 'SYSTEM';

/** A spread of observations, never only an average. Percentiles interpolate linearly between ranks: position (n-1)p, type 7. */
export type Distribution = {
  __typename?: 'Distribution';
  /** Business time of the figure; the request's single instant unless asked otherwise. */
  asOf: Scalars['DateTime']['output'];
  /** When the platform worked the figure out. Says nothing about its age: asOf and freshness do. */
  computedAt: Scalars['DateTime']['output'];
  /** The rows behind the spread, counted in or left out. Recomputing from them gives the figures. */
  contributions: ContributionConnection;
  /** Observations above a threshold, in unit; countAbove(than: 0) is n less the zero ones. */
  countAbove: Scalars['Int']['output'];
  /** What the figure means, whole: no other call is needed to understand it. */
  definition: MetricDefinition;
  /** Rows left out, counted by reason. Together with n they are the whole population. */
  excluded: Array<Exclusion>;
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** What the source's books held at this instant. */
  knownAt: Scalars['DateTime']['output'];
  /** Largest observation, in unit. */
  max?: Maybe<Scalars['Float']['output']>;
  /** Arithmetic mean, in unit; null without observations. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** Half of the observations are at or below it, in unit; null without observations. */
  median?: Maybe<Scalars['Float']['output']>;
  /** Smallest observation, in unit. */
  min?: Maybe<Scalars['Float']['output']>;
  /** Observations that count. */
  n: Scalars['Int']['output'];
  /** Null below 10 observations. */
  p10?: Maybe<Scalars['Float']['output']>;
  /** Null below 10 observations. */
  p90?: Maybe<Scalars['Float']['output']>;
  /** Null below 20 observations. */
  p95?: Maybe<Scalars['Float']['output']>;
  /** Null below 100 observations. */
  p99?: Maybe<Scalars['Float']['output']>;
  /** Why there is no value; null when there is one. */
  reason?: Maybe<NoValueReason>;
  /** Relative error bound of the percentiles; null when they are exact. */
  relativeError?: Maybe<Scalars['Float']['output']>;
  /** Sample standard deviation. */
  standardDeviation?: Maybe<Scalars['Float']['output']>;
  /** Unit of every number of this figure. */
  unit: MetricUnit;
  /** The days that the figure covers. */
  window: Window;
};


/** A spread of observations, never only an average. Percentiles interpolate linearly between ranks: position (n-1)p, type 7. */
export type DistributionContributionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};


/** A spread of observations, never only an average. Percentiles interpolate linearly between ranks: position (n-1)p, type 7. */
export type DistributionCountAboveArgs = {
  than: Scalars['Float']['input'];
};

/** The date that counts as due. */
export type DueBasis =
  /** The date the supplier committed to last. */
  | 'LAST_COMMIT'
  /** The date on which something waits for it. */
  | 'NEED_DATE'
  /** The first date the supplier committed to. */
  | 'ORIGINAL_COMMIT'
  /** The date the buyer asked for. */
  | 'REQUESTED';

/** Rows left out of a figure for one reason. */
export type Exclusion = {
  __typename?: 'Exclusion';
  /** Stable code, e.g. PO_DATE_NOT_CAPTURED, CANCELLED_BY_BUYER. */
  code: Scalars['String']['output'];
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** The reason in words. */
  label: Scalars['String']['output'];
};

/** The name by which an outside system knows this row. Unique per system and type. */
export type ExternalId = {
  __typename?: 'ExternalId';
  /** The system that uses the name. */
  sourceSystemId: Scalars['ID']['output'];
  /** What kind of name it is, e.g. purchaseOrderLine, vendorCode. */
  type: Scalars['String']['output'];
  /** The name itself, as that system writes it. */
  value: Scalars['String']['output'];
};

/** The name by which an outside system knows a row. */
export type ExternalIdInput = {
  /** The system that uses the name. */
  sourceSystemId: Scalars['ID']['input'];
  /** What kind of name it is, e.g. purchaseOrderLine, vendorCode. */
  type: Scalars['String']['input'];
  /** The name itself, as that system writes it. */
  value: Scalars['String']['input'];
};

/** What became of a fact. */
export type FactOutcome =
  /** Taken, and written down. */
  | 'APPLIED'
  /** Known from another source already: kept as corroboration, never added. */
  | 'CORROBORATED'
  /** Seen before with the same body: nothing changed. */
  | 'DUPLICATE'
  /** Waits for an earlier fact. */
  | 'PARKED'
  /** Suspicious: kept aside with the reason. */
  | 'QUARANTINED'
  /** Not taken; userErrors say why. */
  | 'REFUSED';

/** What became of one fact. Facts are taken in lists; one bad fact never stops the others. */
export type FactResult = {
  __typename?: 'FactResult';
  /** The key under which the fact was sent. */
  idempotencyKey: Scalars['String']['output'];
  /** What became of it. */
  outcome: FactOutcome;
  /** Id of the row that the fact is about; null when it was refused. */
  subjectId?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** What became of a list of facts. */
export type FactsPayload = {
  __typename?: 'FactsPayload';
  /** Facts taken. */
  applied: Scalars['Int']['output'];
  /** Facts known before. */
  duplicates: Scalars['Int']['output'];
  /** Facts that wait for an earlier one. */
  parked: Scalars['Int']['output'];
  /** Facts kept aside as suspicious. */
  quarantined: Scalars['Int']['output'];
  /** Facts not taken. */
  refused: Scalars['Int']['output'];
  /** One result for each fact, in the order in which they were sent. */
  results: Array<FactResult>;
};


/** What became of a list of facts. */
export type FactsPayloadResultsArgs = {
  outcomes?: InputMaybe<Array<FactOutcome>>;
};

/** How old a figure is, measured against what its sources promise. A figure is as old as its oldest input. */
export type Freshness = {
  __typename?: 'Freshness';
  /** Seconds between asOf and the moment of reading; computed when read, so it keeps growing while a source is silent. */
  ageSeconds?: Maybe<Scalars['Int']['output']>;
  /** Everything recorded at the sources up to this instant is in the figure. Null when nothing ever arrived. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** Age the weakest source promises to stay under. */
  budgetSeconds?: Maybe<Scalars['Int']['output']>;
  /** Events received ÷ events expected, 0 to 1; null when the source declares neither sequence nor control total. */
  completeness?: Maybe<Scalars['Float']['output']>;
  /** Number of source flows that feed the figure. */
  sources: Scalars['Int']['output'];
  /** The age in one word, for a badge. */
  status: FreshnessStatus;
  /** The system whose flow holds the figure back; null when nothing does, or when it is not known. */
  weakestSource?: Maybe<SourceSystem>;
};

/** How an age stands against the budget of its source. */
export type FreshnessStatus =
  /** Older than the budget, up to twice. */
  | 'AGEING'
  /** A finished archive: complete up to asOf, and nothing more will come. Never ages a figure. */
  | 'CLOSED'
  /** Within budget. */
  | 'FRESH'
  /** Registered, but nothing ever arrived. */
  | 'NEVER'
  /** Older than twice the budget. */
  | 'STALE'
  /** The subgraph or source cannot say. */
  | 'UNKNOWN';

export type Item = {
  __typename?: 'Item';
  id: Scalars['ID']['output'];
};

/** What the books knew: SOURCE compares recordedAt (the source committed it), PLATFORM compares visibleAt (readable here). */
export type KnowledgeBasis =
  /** What could be read on this platform. */
  | 'PLATFORM'
  /** What the source's own books held. */
  | 'SOURCE';

/** What a metric means, as data. Immutable (a change is a new version), so every subgraph carries its copy. */
export type MetricDefinition = {
  __typename?: 'MetricDefinition';
  /** Whether a date moved by the buyer moves the due date. */
  buyerReschedule?: Maybe<RescheduleRule>;
  /** The event whose date is compared with the due date; null when no clock is involved. */
  clockEvent?: Maybe<ClockEvent>;
  /** How defective units are counted; null outside quality. */
  countConvention?: Maybe<DefectCount>;
  /** How dates are compared. */
  dayMode?: Maybe<DayMode>;
  /** What defects are divided by; null outside quality. */
  defectDenominator?: Maybe<DefectDenominator>;
  /** In words, as a planner would read it. */
  description: Scalars['String']['output'];
  /** The date that counts as due; null when nothing is due. */
  dueBasis?: Maybe<DueBasis>;
  /** Days before due that still pass; null: any. */
  earlyDays?: Maybe<Scalars['Int']['output']>;
  /** First day on which it applies. */
  effectiveFrom: Scalars['Date']['output'];
  /** Last day on which it applies; null: until further notice. */
  effectiveTo?: Maybe<Scalars['Date']['output']>;
  /** How the value is worked out, as text. */
  formula: Scalars['String']['output'];
  /** What is counted once; null when rows are observations and nothing is grouped. */
  grain?: Maybe<MetricGrain>;
  /** metric.owner@version, e.g. otif.agreed@3. */
  id: Scalars['ID']['output'];
  /** Days after due that still pass; null when lateness takes no part. */
  lateDays?: Maybe<Scalars['Int']['output']>;
  /** What is measured, e.g. onTime, otif, leadTime. */
  metric: Scalars['String']['output'];
  /** Rows below which there is no value; null: one row is enough. */
  minimumN?: Maybe<Scalars['Int']['output']>;
  /** How a delivery in parts is judged. */
  partialRule?: Maybe<PartialRule>;
  /** Whose view of the matter it is. */
  party: DefinitionParty;
  /** Tolerated excess, percent of the ordered quantity; null when quantity takes no part. */
  quantityHighPercent?: Maybe<Scalars['Float']['output']>;
  /** Tolerated shortfall, percent of the ordered quantity; null when quantity takes no part. */
  quantityLowPercent?: Maybe<Scalars['Float']['output']>;
  /** Whether a date moved by the supplier moves the due date. */
  supplierReschedule?: Maybe<RescheduleRule>;
  /** What becomes of a line that is due and not delivered. */
  undelivered?: Maybe<UndeliveredRule>;
  /** Grows with every change of meaning; an older version stays readable. */
  version: Scalars['Int']['output'];
};

/** What a metric counts once. */
export type MetricGrain =
  /** One order line. */
  | 'LINE'
  /** One order: it passes when all of its lines do. */
  | 'ORDER'
  /** One delivery schedule of an order line. */
  | 'SCHEDULE_LINE'
  /** One shipment: it passes when all of its lines do. */
  | 'SHIPMENT'
  /** One unit of quantity. */
  | 'UNIT'
  /** One unit of money. */
  | 'VALUE';

/** The unit of a figure. */
export type MetricUnit =
  /** A plain count of rows. */
  | 'COUNT'
  /** Calendar days. */
  | 'DAYS'
  /** Hours. */
  | 'HOURS'
  /** Money, in the currency of unitCode. */
  | 'MONEY'
  /** Percent, 0 to 100. */
  | 'PERCENT'
  /** Parts per million. */
  | 'PPM'
  /** A quantity of goods, in the unit of unitCode. */
  | 'QUANTITY'
  /** A ratio, usually 0 to 1. */
  | 'RATIO'
  /** Seconds. */
  | 'SECONDS';

/** A number with its meaning: definition, population, age and the rows behind it. */
export type MetricValue = {
  __typename?: 'MetricValue';
  /** Business time of the figure; the request's single instant unless asked otherwise. */
  asOf: Scalars['DateTime']['output'];
  /** True when the value is only a lower bound, e.g. days of supply beyond the horizon. */
  atLeast: Scalars['Boolean']['output'];
  /** When the platform worked the figure out. Says nothing about its age: asOf and freshness do. */
  computedAt: Scalars['DateTime']['output'];
  /** The rows behind the number, counted in or left out. Recomputing from them gives the number. */
  contributions: ContributionConnection;
  /** What the figure means, whole: no other call is needed to understand it. */
  definition: MetricDefinition;
  /** Exact sum of what the numerator is compared with; null when the figure is not a ratio. */
  denominator?: Maybe<Scalars['Decimal']['output']>;
  /** Rows left out, counted by reason. Together with n they are the whole population. */
  excluded: Array<Exclusion>;
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** What the source's books held at this instant. */
  knownAt: Scalars['DateTime']['output'];
  /** Lower bound of the 95 % interval (Wilson), in unit, where the figure is an estimate from a sample; null when it is a count of everything. */
  lower?: Maybe<Scalars['Float']['output']>;
  /** Rows that count. */
  n: Scalars['Int']['output'];
  /** Exact sum of what counts for the figure: lines, units or money. */
  numerator?: Maybe<Scalars['Decimal']['output']>;
  /** Why there is no value; null when there is one. */
  reason?: Maybe<NoValueReason>;
  /** Unit of every number of this figure. */
  unit: MetricUnit;
  /** ISO 4217 when unit is MONEY, UN/ECE Rec 20 code when QUANTITY. */
  unitCode?: Maybe<Scalars['String']['output']>;
  /** Upper bound of the 95 % interval (Wilson), in unit, where the figure is an estimate from a sample; null when it is a count of everything. */
  upper?: Maybe<Scalars['Float']['output']>;
  /** Null when there is no honest value; reason says why. */
  value?: Maybe<Scalars['Float']['output']>;
  /** The days that the figure covers. */
  window: Window;
};


/** A number with its meaning: definition, population, age and the rows behind it. */
export type MetricValueContributionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** An amount in one currency. */
export type Money = {
  __typename?: 'Money';
  /** Exact, in units of the currency. */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217. */
  currency: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** The door for what happens to a work order after its release, as MES and ERP report it. An event that comes before its release waits for it. */
  recordWorkOrderEvents?: Maybe<FactsPayload>;
  /** The door for work orders as they are released: quantity, plan and revision. The finish planned at the first release is kept beside every later plan. Released again with other terms, it is a change of the same order. */
  releaseWorkOrders?: Maybe<FactsPayload>;
};


export type MutationRecordWorkOrderEventsArgs = {
  inputs: Array<WorkOrderEventInput>;
};


export type MutationReleaseWorkOrdersArgs = {
  inputs: Array<WorkOrderInput>;
};

/** Why a figure has no value. */
export type NoValueReason =
  /** Too few rows for the figure to mean anything. */
  | 'INSUFFICIENT_N'
  /** The caller may not see the rows behind it. */
  | 'NOT_PERMITTED'
  /** No row of the scope falls into the window. */
  | 'NO_DATA'
  /** Asked about the past, of which nothing is kept for this figure. */
  | 'NO_HISTORY'
  /** A source that the figure needs has never sent anything. */
  | 'SOURCE_NEVER_SYNCED'
  /** The rows lack what the definition judges by, or are in more than one unit. */
  | 'UNKNOWN_BASIS'
  /** Rows are there, but none of them takes part in the ratio. */
  | 'ZERO_DENOMINATOR';

/** Where a page of a list ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Give it as `after` to read on; null for an empty page. */
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  /** True when more rows follow. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** How a delivery in parts is judged. */
export type PartialRule =
  /** One delivery must bring all of it. */
  | 'ALL_OR_NOTHING'
  /** Everything that came in time counts together. */
  | 'CUMULATIVE_BY_DUE'
  /** The first receipt decides. */
  | 'FIRST_RECEIPT'
  /** Each part counts for its share of the ordered quantity. */
  | 'PRO_RATA';

/** Who did or said something. */
export type Party =
  /** We, the buying side. */
  | 'BUYER'
  /** The supplier. */
  | 'SUPPLIER'
  /** A system on its own. */
  | 'SYSTEM'
  /** Someone else, e.g. a carrier or a broker. */
  | 'THIRD_PARTY';

export type Plant = {
  __typename?: 'Plant';
  id: Scalars['ID']['output'];
  /** The work orders of this plant, earliest planned start first. */
  workOrders?: Maybe<WorkOrderConnection>;
};


export type PlantWorkOrdersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<WorkOrderFilter>;
  first: Scalars['Int']['input'];
  orderBy: WorkOrderOrder;
};

/** The figures of one plant. */
export type PlantProductionPerformance = {
  __typename?: 'PlantProductionPerformance';
  /** As in ProductionPerformance, of this plant alone. */
  firstPassYield: MetricValue;
  /** As in ProductionPerformance, of this plant alone. */
  oldestUnpostedSeconds?: Maybe<Scalars['Int']['output']>;
  /** Whose figures they are. */
  plant?: Maybe<Plant>;
  /** As in ProductionPerformance, of this plant alone. */
  scheduleAdherence: MetricValue;
  /** As in ProductionPerformance, of this plant alone. */
  unposted: MetricValue;
  /** As in ProductionPerformance, of this plant alone. */
  unpostedOrders?: Maybe<Scalars['Int']['output']>;
};

/** How production keeps its plan, over a scope and window. */
export type ProductionPerformance = {
  __typename?: 'ProductionPerformance';
  /** The same figures for each plant that has work orders in the scope, by plant id. */
  byPlant: Array<PlantProductionPerformance>;
  /** Units that passed without rework or scrap, of the units begun, over the orders that MES completed in the window. */
  firstPassYield: MetricValue;
  /** How old this is, against what its sources promise: the older of MES and ERP. */
  freshness: Freshness;
  /** Canonical arguments, so that a pushed figure finds its tile. */
  id: Scalars['ID']['output'];
  /** Seconds for which the oldest unposted completion has been waiting at asOf; null when none waits, or only days are known. */
  oldestUnpostedSeconds?: Maybe<Scalars['Int']['output']>;
  /** Orders that MES completed not after the day of the finish frozen at release, of the orders whose frozen finish lies in the window and is past. An open one that is past has failed; cancelled ones take no part. */
  scheduleAdherence: MetricValue;
  /** The figures over time. Every bucket of the window is there; a bucket without orders has nulls. */
  series: Array<ProductionPerformancePoint>;
  /** Units completed in MES and not posted in ERP at asOf, whatever the window; n counts the orders. Null with UNKNOWN_BASIS when the orders are in several units. */
  unposted: MetricValue;
  /** Orders of which something is completed in MES and not posted in ERP, at asOf; null when no work order is known. */
  unpostedOrders?: Maybe<Scalars['Int']['output']>;
  /** The days that the figures cover. */
  window: Window;
};


/** How production keeps its plan, over a scope and window. */
export type ProductionPerformanceSeriesArgs = {
  bucket: Bucket;
};

/** Figures of one bucket of time. Adherence is over the orders whose frozen finish lies in it, yield over the orders completed in it. */
export type ProductionPerformancePoint = {
  __typename?: 'ProductionPerformancePoint';
  /** Orders that MES completed in the bucket and that count. */
  completedOrders: Scalars['Int']['output'];
  /** Orders whose frozen finish lies in the bucket and that count. */
  dueOrders: Scalars['Int']['output'];
  /** Percent of the units begun that passed the first time; null without orders completed. */
  firstPassYieldPercent?: Maybe<Scalars['Float']['output']>;
  /** Percent of the orders due in the bucket that were completed by then; null without orders due. */
  scheduleAdherencePercent?: Maybe<Scalars['Float']['output']>;
  /** First day of the bucket. */
  start: Scalars['Date']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Schedule adherence, first-pass yield and what MES completed and ERP has not posted. */
  productionPerformance?: Maybe<ProductionPerformance>;
  /** One work order, by our id, by the name an outside system gives it, or by its number. A number is unique within a plant only: without plantId it is refused when several plants have it. */
  workOrder?: Maybe<WorkOrder>;
  /** The work orders of the buyer's plants. Suppliers see none. */
  workOrders?: Maybe<WorkOrderConnection>;
};


export type QueryProductionPerformanceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  scope?: InputMaybe<ScopeInput>;
  window?: InputMaybe<WindowInput>;
};


export type QueryWorkOrderArgs = {
  externalId?: InputMaybe<ExternalIdInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  plantId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryWorkOrdersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<WorkOrderFilter>;
  first: Scalars['Int']['input'];
  orderBy: WorkOrderOrder;
};

/** What a moved date does to the due date. */
export type RescheduleRule =
  /** The first date stays due. */
  | 'KEEP_ORIGINAL'
  /** The new date is due. */
  | 'REBASE';

/** What a figure covers. Empty means everything the caller may see. */
export type ScopeInput = {
  /** Only lines bound for these countries, as the source writes them. */
  destinationCountries?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only these items. Left out: all. */
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whose facts: real sources' or the simulator's, never both in one figure. Left out: REAL, unless only simulated sources have sent facts of this kind. */
  origin?: InputMaybe<DataOrigin>;
  /** Only these plants. Left out: every one the caller may see. */
  plantIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only lines shipped this way, as the source writes it, e.g. Air, Ocean. */
  shipmentModes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only rows that these systems sent. */
  sourceSystemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Default: PURCHASED. */
  sourcing?: InputMaybe<Array<Sourcing>>;
  /** Only these suppliers. Left out: every one the caller may see. */
  supplierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only suppliers of these tiers. */
  supplierTiers?: InputMaybe<Array<SupplierTier>>;
};

/** The two stamps of the platform, as the simulator pretends them for the history it makes up. */
export type SimulatedStampsInput = {
  /** When the platform would have taken the fact in. */
  ingestedAt: Scalars['DateTime']['input'];
  /** When it would have become readable here. */
  visibleAt: Scalars['DateTime']['input'];
};

/** Where a fact comes from. Required on every write that an outside system makes. */
export type SourceEnvelope = {
  /** History loaded after the fact: no transport or processing lag is taken from it. */
  backfill: Scalars['Boolean']['input'];
  /** Id of the event that this one corrects; the original stays. */
  correctionOf?: InputMaybe<Scalars['ID']['input']>;
  /** Ties the facts of one business case together across systems. */
  correlationId?: InputMaybe<Scalars['String']['input']>;
  /** The stream of facts within the system, e.g. goods-receipts. */
  flow: Scalars['String']['input'];
  /** Same key, same body: same answer, applied once. Same key, other body: IDEMPOTENCY_KEY_REUSED. */
  idempotencyKey: Scalars['String']['input'];
  /** The import this fact belongs to: it counts in figures once that import is sealed. Null for a live fact. */
  importId?: InputMaybe<Scalars['ID']['input']>;
  /** When it happened in the business: the instant, or only the calendar date at the plant when that is all the source knows. Exactly one of the two. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The calendar date on which it happened, at the plant; instead of occurredAt. */
  occurredOn?: InputMaybe<Scalars['Date']['input']>;
  /** The plant to which the flow belongs; left out when it serves all of them. */
  plantId?: InputMaybe<Scalars['ID']['input']>;
  /** When the source system committed it: exactly one of the two. */
  recordedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The calendar date on which the source system committed it; instead of recordedAt. */
  recordedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Position in the source's own sequence, if it has one; gaps are reported. */
  sequence?: InputMaybe<Scalars['String']['input']>;
  /** Only for simulated sources, whose id begins with `sim.`: the stamps that the platform would have given had the fact come when it says it happened. A real source is refused. */
  simulated?: InputMaybe<SimulatedStampsInput>;
  /** Name of the system, as it signs every fact. */
  sourceSystemId: Scalars['ID']['input'];
};

export type SourceSystem = {
  __typename?: 'SourceSystem';
  id: Scalars['ID']['output'];
  /** The name under which people know the system. */
  name: Scalars['String']['output'];
};

/** PURCHASED from a supplier; TRANSFER from a plant or warehouse of our own. */
export type Sourcing =
  /** Bought from a supplier. */
  | 'PURCHASED'
  /** Moved from a plant or warehouse of our own. */
  | 'TRANSFER';

export type Subscription = {
  __typename?: 'Subscription';
  /** Work orders as they change: every event of an order in the answer is one message, once. Resumes after a cursor without a gap; left out, it begins now, with a SNAPSHOT mark. */
  workOrderChanged: WorkOrderChange;
};


export type SubscriptionWorkOrderChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<WorkOrderFilter>;
};

/** How closely we work with a supplier. */
export type SupplierTier =
  /** Every order is negotiated and checked. */
  | 'ADVERSARIAL'
  /** First choice for new orders; forecasts are shared. */
  | 'PREFERRED'
  /** Plans are shared and made together. */
  | 'STRATEGIC'
  /** Order by order, at arm's length. */
  | 'TRANSACTIONAL'
  /** Nobody has said yet. */
  | 'UNCLASSIFIED';

/** What becomes of a line that is due and not delivered. */
export type UndeliveredRule =
  /** It takes no part until it is delivered. */
  | 'EXCLUDE'
  /** It fails once its due date has passed. */
  | 'FAIL_WHEN_DUE';

/** An expected refusal, as data. code is stable; see the schema guide. */
export type UserError = {
  __typename?: 'UserError';
  code: Scalars['String']['output'];
  /** Where to read on; null when there is nothing more to say. */
  docsUrl?: Maybe<Scalars['String']['output']>;
  /** Path of the input field concerned; null when the refusal is about the whole request. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** In words, for people; may change. */
  message: Scalars['String']['output'];
};

/** The days that a figure covers. */
export type Window = {
  __typename?: 'Window';
  /** Which date of a row decides whether it is inside. */
  basis: WindowBasis;
  /** First day, included. */
  from: Scalars['Date']['output'];
  /** IANA name of the zone in which days begin and end. */
  timeZone: Scalars['String']['output'];
  /** Last day, included. */
  to: Scalars['Date']['output'];
};

/** Which date of a row puts it into the window. */
export type WindowBasis =
  /** The day a lot was decided on, or a work order completed. */
  | 'DECIDED'
  /** The date on which it was due under the definition. */
  | 'DUE'
  /** The day the goods were received. */
  | 'RECEIVED'
  /** The day the receipt was keyed at the source. */
  | 'RECORDED'
  /** The day the order was sent. */
  | 'SENT'
  /** The day the fact became readable here. */
  | 'VISIBLE';

/** Either explicit dates (both inclusive) or the last N days up to asOf. */
export type WindowInput = {
  /** Default: DUE for on time and OTIF, RECEIVED for lead time, lateness, recorded lag and defects, VISIBLE for sync lag. */
  basis?: InputMaybe<WindowBasis>;
  /** First day, included. Together with `to`. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The last N days up to asOf; instead of explicit dates. Default: 90. */
  lastDays?: InputMaybe<Scalars['Int']['input']>;
  /** IANA name of the zone in which days begin and end. Default: UTC. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Last day, included. Together with `from`. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** An order to make a quantity of one item at one plant, as MES and ERP tell of it. */
export type WorkOrder = {
  __typename?: 'WorkOrder';
  /** Revision of the bill of material pinned at release; null when the source does not say. */
  bomRevision?: Maybe<Scalars['String']['output']>;
  /** When MES reported the order complete, with offset; null while it has not, or when only the day is known. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day on which MES reported the order complete, at the plant; null while it has not. */
  completedOn?: Maybe<Scalars['Date']['output']>;
  /** Good units that MES reported complete, reworked ones included. */
  completedQuantity: Scalars['Decimal']['output'];
  /** When somebody waits for it, with offset; null when nobody said. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** State in the words of ERP, as last reported; null when it never said. */
  erpState?: Maybe<Scalars['String']['output']>;
  /** The names by which outside systems know this order. */
  externalIds: Array<ExternalId>;
  /** How old this is, against what its sources promise: the older of MES and ERP. */
  freshness: Freshness;
  /** Finish planned at the first release. Never moved: schedule adherence is measured against it. */
  frozenFinish: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** What is made. */
  item?: Maybe<Item>;
  /** What is made, in the source's words; null when it does not say. */
  itemName?: Maybe<Scalars['String']['output']>;
  /** State in the words of MES, as last reported; null when it never said. */
  mesState?: Maybe<Scalars['String']['output']>;
  /** As the source writes it. Unique within a plant only. */
  number: Scalars['String']['output'];
  /** Whether real sources tell of it or the simulator. */
  origin: DataOrigin;
  /** Finish as planned now, with offset. */
  plannedFinish: Scalars['DateTime']['output'];
  /** Start as planned now, with offset. */
  plannedStart: Scalars['DateTime']['output'];
  /** Where it is made. */
  plant?: Maybe<Plant>;
  /** Units that ERP posted. */
  postedQuantity: Scalars['Decimal']['output'];
  /** Quantity to be made, in unitOfMeasure. */
  quantity: Scalars['Decimal']['output'];
  /** When the order was released, with offset; null when the source knew only the day. */
  releasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Units that MES reported as reworked: they did not pass the first time. */
  reworkedQuantity: Scalars['Decimal']['output'];
  /** Units that MES reported as scrap. */
  scrappedQuantity: Scalars['Decimal']['output'];
  /** When work began, with offset; null while it has not, or when only the day is known. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the order stands, as its facts tell. */
  status: WorkOrderStatus;
  /** UN/ECE Rec 20; every quantity of the order is in it. */
  unitOfMeasure: Scalars['String']['output'];
  /** Completed in MES less posted in ERP; below 0 when ERP posted more than MES reported. */
  unpostedQuantity: Scalars['Decimal']['output'];
  /** Seconds a completed order has been waiting to be posted in ERP; null when posted or not complete. Counted from the oldest report of MES that no posting covers; null also when only its day is known. */
  unpostedSeconds?: Maybe<Scalars['Int']['output']>;
  /** Grows by one with every fact about the order. */
  version: Scalars['Int']['output'];
};

/** One change of a work order, or a mark of the stream. */
export type WorkOrderChange = {
  __typename?: 'WorkOrderChange';
  /** Everything that was visible up to here has been sent. Null in the midst of a burst. */
  caughtUpTo?: Maybe<Scalars['DateTime']['output']>;
  /** Subscribe again after it to go on behind this message. Keep that of every message, marks as well. */
  cursor: Scalars['Cursor']['output'];
  /** When the platform sent it. */
  emittedAt: Scalars['DateTime']['output'];
  /** Name of the business event, e.g. production.workOrder.reported; null on marks. */
  event?: Maybe<Scalars['String']['output']>;
  /** What happened, or that nothing did (HEARTBEAT). */
  kind: ChangeKind;
  /** When it happened, as the source wrote it; null when the source knows only the day, and on marks. */
  occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Cursor of the message before this one: equal to the one you had last, you have missed nothing. Null on the first. */
  previousCursor?: Maybe<Scalars['Cursor']['output']>;
  /** The order as it is now; null on marks. */
  workOrder?: Maybe<WorkOrder>;
};

/** One page of a list: work orders. */
export type WorkOrderConnection = {
  __typename?: 'WorkOrderConnection';
  edges: Array<WorkOrderEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type WorkOrderEdge = {
  __typename?: 'WorkOrderEdge';
  cursor: Scalars['Cursor']['output'];
  node: WorkOrder;
};

/** One event of one work order. */
export type WorkOrderEventInput = {
  /** State in the words of ERP. */
  erpState?: InputMaybe<Scalars['String']['input']>;
  /** What happened. */
  event: WorkOrderEventKind;
  /** State in the words of MES. */
  mesState?: InputMaybe<Scalars['String']['input']>;
  /** RESCHEDULED: the new finish; the frozen one stays. */
  plannedFinish?: InputMaybe<Scalars['DateTime']['input']>;
  /** RESCHEDULED: the new start. */
  plannedStart?: InputMaybe<Scalars['DateTime']['input']>;
  /** REPORTED, COMPLETED: good units since the last report; left out: none. POSTED: units posted, required. In the order's unit. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Why, in words. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** REPORTED, COMPLETED: units reworked since the last report. Good ones are in quantity as well. */
  reworkedQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** REPORTED, COMPLETED: units scrapped since the last report. */
  scrappedQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** How a source names the order: type workOrder, value plantCode/number, or a name given at release. */
  workOrder: ExternalIdInput;
};

/** What happened to a work order. */
export type WorkOrderEventKind =
  /** Called off. Of an order that has begun it is a short close. */
  | 'CANCELLED'
  /** Nothing more will come. */
  | 'CLOSED'
  /** MES reports the order complete, with what was made since its last report. */
  | 'COMPLETED'
  /** Handed over to MES. */
  | 'DISPATCHED'
  /** Work was interrupted. */
  | 'PAUSED'
  /** ERP posted the quantity given. */
  | 'POSTED'
  /** MES reports what was made since its last report. */
  | 'REPORTED'
  /** Planned anew: plannedStart or plannedFinish is required. */
  | 'RESCHEDULED'
  /** Work went on. */
  | 'RESUMED'
  /** Ended before all of it was made. */
  | 'SHORT_CLOSED'
  /** Work began. */
  | 'STARTED';

/** Which work orders to list. */
export type WorkOrderFilter = {
  /** Only orders that make these items. Left out: all. */
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only orders of real sources, or only the simulator's. Left out: all. */
  origin?: InputMaybe<DataOrigin>;
  /** Only these plants. Left out: all. */
  plantIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Planned to start at or after. */
  startFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Planned to start at or before. */
  startTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only orders that stand here. */
  statuses?: InputMaybe<Array<WorkOrderStatus>>;
  /** True: only orders of which MES completed more than ERP posted. False: only the others. */
  unposted?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A work order as its source releases it. */
export type WorkOrderInput = {
  /** Revision of the bill of material by which it is made. */
  bomRevision?: InputMaybe<Scalars['String']['input']>;
  /** When somebody waits for it. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Further names by which outside systems know the order. It is always known as type workOrder, value plantCode/number, of its own source. */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  /** What is made, in the source's words. */
  itemName?: InputMaybe<Scalars['String']['input']>;
  /** Number of the order, exactly as the source writes it; unique within the plant. */
  number: Scalars['String']['input'];
  /** When work is planned to end. The one of the first release is frozen. */
  plannedFinish: Scalars['DateTime']['input'];
  /** When work is planned to begin. */
  plannedStart: Scalars['DateTime']['input'];
  /** Where it is made. */
  plantCode: Scalars['String']['input'];
  /** Quantity to be made, in unitOfMeasure; above 0. */
  quantity: Scalars['Decimal']['input'];
  /** Stock keeping unit of what is made. */
  sku: Scalars['String']['input'];
  /** Where the fact comes from, and its four stamps. It occurred when the order was released. */
  source: SourceEnvelope;
  /** UN/ECE Rec 20 code. */
  unitOfMeasure: Scalars['String']['input'];
};

/** In which order work orders are listed. */
export type WorkOrderOrder =
  /** Earliest due first; orders for which nobody waits last. */
  | 'DUE_ASC'
  /** Earliest planned start first. */
  | 'START_ASC';

/** Where a work order stands in its life. */
export type WorkOrderStatus =
  /** Called off before work began. */
  | 'CANCELLED'
  /** Nothing more will come. */
  | 'CLOSED'
  /** MES reports it complete; ERP has not posted all of it. */
  | 'COMPLETED_MES'
  /** Handed over to MES. */
  | 'DISPATCHED'
  /** Confirmed by a planner, not yet released. */
  | 'FIRM'
  /** Work has begun and is interrupted. */
  | 'PAUSED'
  /** Proposed by planning, not yet confirmed by a planner. */
  | 'PLANNED'
  /** All that MES reported complete is posted in ERP. */
  | 'POSTED_ERP'
  /** Released: revision and quantity are pinned. */
  | 'RELEASED'
  /** Ended after work had begun and before all of it was made. */
  | 'SHORT_CLOSED'
  /** Work has begun. */
  | 'STARTED';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Plant: Plant;
  WorkOrder: WorkOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Plant:
    ( { __typename: 'Plant' }
    & GraphQLRecursivePick<FederationTypes['Plant'], {"id":true}> );
  WorkOrder:
    ( { __typename: 'WorkOrder' }
    & GraphQLRecursivePick<FederationTypes['WorkOrder'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Bucket: Bucket;
  ChangeKind: ChangeKind;
  ClockEvent: ClockEvent;
  Contribution: ResolverTypeWrapper<Contribution>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ContributionConnection: ResolverTypeWrapper<ContributionConnection>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ContributionEdge: ResolverTypeWrapper<ContributionEdge>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DataOrigin: DataOrigin;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayMode: DayMode;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DefectCount: DefectCount;
  DefectDenominator: DefectDenominator;
  DefinitionParty: DefinitionParty;
  Distribution: ResolverTypeWrapper<Distribution>;
  DueBasis: DueBasis;
  Exclusion: ResolverTypeWrapper<Exclusion>;
  ExternalId: ResolverTypeWrapper<ExternalId>;
  ExternalIdInput: ExternalIdInput;
  FactOutcome: FactOutcome;
  FactResult: ResolverTypeWrapper<FactResult>;
  FactsPayload: ResolverTypeWrapper<FactsPayload>;
  Freshness: ResolverTypeWrapper<Freshness>;
  FreshnessStatus: FreshnessStatus;
  Item: ResolverTypeWrapper<Item>;
  KnowledgeBasis: KnowledgeBasis;
  MetricDefinition: ResolverTypeWrapper<MetricDefinition>;
  MetricGrain: MetricGrain;
  MetricUnit: MetricUnit;
  MetricValue: ResolverTypeWrapper<MetricValue>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoValueReason: NoValueReason;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialRule: PartialRule;
  Party: Party;
  Plant: ResolverTypeWrapper<Plant>;
  PlantProductionPerformance: ResolverTypeWrapper<PlantProductionPerformance>;
  ProductionPerformance: ResolverTypeWrapper<ProductionPerformance>;
  ProductionPerformancePoint: ResolverTypeWrapper<ProductionPerformancePoint>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RescheduleRule: RescheduleRule;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: ResolverTypeWrapper<SourceSystem>;
  Sourcing: Sourcing;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SupplierTier: SupplierTier;
  UndeliveredRule: UndeliveredRule;
  UserError: ResolverTypeWrapper<UserError>;
  Window: ResolverTypeWrapper<Window>;
  WindowBasis: WindowBasis;
  WindowInput: WindowInput;
  WorkOrder: ResolverTypeWrapper<WorkOrder>;
  WorkOrderChange: ResolverTypeWrapper<WorkOrderChange>;
  WorkOrderConnection: ResolverTypeWrapper<WorkOrderConnection>;
  WorkOrderEdge: ResolverTypeWrapper<WorkOrderEdge>;
  WorkOrderEventInput: WorkOrderEventInput;
  WorkOrderEventKind: WorkOrderEventKind;
  WorkOrderFilter: WorkOrderFilter;
  WorkOrderInput: WorkOrderInput;
  WorkOrderOrder: WorkOrderOrder;
  WorkOrderStatus: WorkOrderStatus;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Contribution: Contribution;
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  Float: Scalars['Float']['output'];
  ContributionConnection: ContributionConnection;
  Int: Scalars['Int']['output'];
  ContributionEdge: ContributionEdge;
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Distribution: Distribution;
  Exclusion: Exclusion;
  ExternalId: ExternalId;
  ExternalIdInput: ExternalIdInput;
  FactResult: FactResult;
  FactsPayload: FactsPayload;
  Freshness: Freshness;
  Item: Item;
  MetricDefinition: MetricDefinition;
  MetricValue: MetricValue;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Plant: Plant | FederationReferenceTypes['Plant'];
  PlantProductionPerformance: PlantProductionPerformance;
  ProductionPerformance: ProductionPerformance;
  ProductionPerformancePoint: ProductionPerformancePoint;
  Query: Record<PropertyKey, never>;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: SourceSystem;
  Subscription: Record<PropertyKey, never>;
  UserError: UserError;
  Window: Window;
  WindowInput: WindowInput;
  WorkOrder: WorkOrder | FederationReferenceTypes['WorkOrder'];
  WorkOrderChange: WorkOrderChange;
  WorkOrderConnection: WorkOrderConnection;
  WorkOrderEdge: WorkOrderEdge;
  WorkOrderEventInput: WorkOrderEventInput;
  WorkOrderFilter: WorkOrderFilter;
  WorkOrderInput: WorkOrderInput;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  any: Array<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ContributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contribution'] = ResolversParentTypes['Contribution']> = {
  denominator?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  included?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subjectType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ContributionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContributionConnection'] = ResolversParentTypes['ContributionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ContributionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContributionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContributionEdge'] = ResolversParentTypes['ContributionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contribution'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DistributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Distribution'] = ResolversParentTypes['Distribution']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contributions?: Resolver<ResolversTypes['ContributionConnection'], ParentType, ContextType, RequireFields<DistributionContributionsArgs, 'first'>>;
  countAbove?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<DistributionCountAboveArgs, 'than'>>;
  definition?: Resolver<ResolversTypes['MetricDefinition'], ParentType, ContextType>;
  excluded?: Resolver<Array<ResolversTypes['Exclusion']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p10?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p90?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p99?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['NoValueReason']>, ParentType, ContextType>;
  relativeError?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  standardDeviation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['MetricUnit'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Window'], ParentType, ContextType>;
};

export type ExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exclusion'] = ResolversParentTypes['Exclusion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExternalIdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExternalId'] = ResolversParentTypes['ExternalId']> = {
  sourceSystemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FactResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactResult'] = ResolversParentTypes['FactResult']> = {
  idempotencyKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['FactOutcome'], ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FactsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactsPayload'] = ResolversParentTypes['FactsPayload']> = {
  applied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quarantined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['FactResult']>, ParentType, ContextType, Partial<FactsPayloadResultsArgs>>;
};

export type FreshnessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Freshness'] = ResolversParentTypes['Freshness']> = {
  ageSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  budgetSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  completeness?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FreshnessStatus'], ParentType, ContextType>;
  weakestSource?: Resolver<Maybe<ResolversTypes['SourceSystem']>, ParentType, ContextType>;
};

export type ItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Item'] = ResolversParentTypes['Item']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MetricDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MetricDefinition'] = ResolversParentTypes['MetricDefinition']> = {
  buyerReschedule?: Resolver<Maybe<ResolversTypes['RescheduleRule']>, ParentType, ContextType>;
  clockEvent?: Resolver<Maybe<ResolversTypes['ClockEvent']>, ParentType, ContextType>;
  countConvention?: Resolver<Maybe<ResolversTypes['DefectCount']>, ParentType, ContextType>;
  dayMode?: Resolver<Maybe<ResolversTypes['DayMode']>, ParentType, ContextType>;
  defectDenominator?: Resolver<Maybe<ResolversTypes['DefectDenominator']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueBasis?: Resolver<Maybe<ResolversTypes['DueBasis']>, ParentType, ContextType>;
  earlyDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grain?: Resolver<Maybe<ResolversTypes['MetricGrain']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lateDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimumN?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  partialRule?: Resolver<Maybe<ResolversTypes['PartialRule']>, ParentType, ContextType>;
  party?: Resolver<ResolversTypes['DefinitionParty'], ParentType, ContextType>;
  quantityHighPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  quantityLowPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  supplierReschedule?: Resolver<Maybe<ResolversTypes['RescheduleRule']>, ParentType, ContextType>;
  undelivered?: Resolver<Maybe<ResolversTypes['UndeliveredRule']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MetricValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MetricValue'] = ResolversParentTypes['MetricValue']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  atLeast?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contributions?: Resolver<ResolversTypes['ContributionConnection'], ParentType, ContextType, RequireFields<MetricValueContributionsArgs, 'first'>>;
  definition?: Resolver<ResolversTypes['MetricDefinition'], ParentType, ContextType>;
  denominator?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  excluded?: Resolver<Array<ResolversTypes['Exclusion']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['NoValueReason']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['MetricUnit'], ParentType, ContextType>;
  unitCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  upper?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Window'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordWorkOrderEvents?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationRecordWorkOrderEventsArgs, 'inputs'>>;
  releaseWorkOrders?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationReleaseWorkOrdersArgs, 'inputs'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plant'] = ResolversParentTypes['Plant'], FederationReferenceType extends FederationReferenceTypes['Plant'] = FederationReferenceTypes['Plant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Plant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workOrders?: Resolver<Maybe<ResolversTypes['WorkOrderConnection']>, ParentType, ContextType, RequireFields<PlantWorkOrdersArgs, 'first' | 'orderBy'>>;
};

export type PlantProductionPerformanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlantProductionPerformance'] = ResolversParentTypes['PlantProductionPerformance']> = {
  firstPassYield?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  oldestUnpostedSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  scheduleAdherence?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  unposted?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  unpostedOrders?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductionPerformanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductionPerformance'] = ResolversParentTypes['ProductionPerformance']> = {
  byPlant?: Resolver<Array<ResolversTypes['PlantProductionPerformance']>, ParentType, ContextType>;
  firstPassYield?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  oldestUnpostedSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scheduleAdherence?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['ProductionPerformancePoint']>, ParentType, ContextType, RequireFields<ProductionPerformanceSeriesArgs, 'bucket'>>;
  unposted?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  unpostedOrders?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Window'], ParentType, ContextType>;
};

export type ProductionPerformancePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductionPerformancePoint'] = ResolversParentTypes['ProductionPerformancePoint']> = {
  completedOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstPassYieldPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  scheduleAdherencePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  productionPerformance?: Resolver<Maybe<ResolversTypes['ProductionPerformance']>, ParentType, ContextType, Partial<QueryProductionPerformanceArgs>>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType, Partial<QueryWorkOrderArgs>>;
  workOrders?: Resolver<Maybe<ResolversTypes['WorkOrderConnection']>, ParentType, ContextType, RequireFields<QueryWorkOrdersArgs, 'first' | 'orderBy'>>;
};

export type SourceSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceSystem'] = ResolversParentTypes['SourceSystem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  workOrderChanged?: SubscriptionResolver<ResolversTypes['WorkOrderChange'], "workOrderChanged", ParentType, ContextType, Partial<SubscriptionWorkOrderChangedArgs>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  docsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Window'] = ResolversParentTypes['Window']> = {
  basis?: Resolver<ResolversTypes['WindowBasis'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder'], FederationReferenceType extends FederationReferenceTypes['WorkOrder'] = FederationReferenceTypes['WorkOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bomRevision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  completedQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  erpState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalIds?: Resolver<Array<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  frozenFinish?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType>;
  itemName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mesState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DataOrigin'], ParentType, ContextType>;
  plannedFinish?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  postedQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  releasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reworkedQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  scrappedQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WorkOrderStatus'], ParentType, ContextType>;
  unitOfMeasure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unpostedQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unpostedSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkOrderChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderChange'] = ResolversParentTypes['WorkOrderChange']> = {
  caughtUpTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  emittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  previousCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type WorkOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderConnection'] = ResolversParentTypes['WorkOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkOrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderEdge'] = ResolversParentTypes['WorkOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkOrder'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Contribution?: ContributionResolvers<ContextType>;
  ContributionConnection?: ContributionConnectionResolvers<ContextType>;
  ContributionEdge?: ContributionEdgeResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Distribution?: DistributionResolvers<ContextType>;
  Exclusion?: ExclusionResolvers<ContextType>;
  ExternalId?: ExternalIdResolvers<ContextType>;
  FactResult?: FactResultResolvers<ContextType>;
  FactsPayload?: FactsPayloadResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  Item?: ItemResolvers<ContextType>;
  MetricDefinition?: MetricDefinitionResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Plant?: PlantResolvers<ContextType>;
  PlantProductionPerformance?: PlantProductionPerformanceResolvers<ContextType>;
  ProductionPerformance?: ProductionPerformanceResolvers<ContextType>;
  ProductionPerformancePoint?: ProductionPerformancePointResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SourceSystem?: SourceSystemResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Window?: WindowResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
  WorkOrderChange?: WorkOrderChangeResolvers<ContextType>;
  WorkOrderConnection?: WorkOrderConnectionResolvers<ContextType>;
  WorkOrderEdge?: WorkOrderEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
