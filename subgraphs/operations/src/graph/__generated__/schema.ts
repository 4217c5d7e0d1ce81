import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SyncHealthModel, SyncFlowModel, PlantLagModel, SourceSystemModel, PlantModel, ImportJobModel } from '../models';
import type { Context } from '../../context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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

/** A file that is about to be sent. */
export type BeginImportInput = {
  /** SHA-256 of the file's bytes, hexadecimal: the same content is the same import. */
  contentSha256: Scalars['String']['input'];
  /** Facts that will be sent. */
  expectedFacts: Scalars['Int']['input'];
  /** Name of the file, without its folder. */
  fileName: Scalars['String']['input'];
  /** The system whose books the file is from. */
  sourceSystemId: Scalars['ID']['input'];
};

/** The import that facts may now name, or why there is none. */
export type BeginImportPayload = {
  __typename?: 'BeginImportPayload';
  /** Ids of other open imports of the source that were dropped. */
  dropped: Array<Scalars['ID']['output']>;
  /** The import as it stands now; null when the request was refused. */
  import?: Maybe<ImportJob>;
  /** True when an open or sealed import of the same file was found again. */
  resumed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
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

/** A stream of one kind of fact, as its source promises it. */
export type FlowInput = {
  /** Age in seconds that it promises to stay under; for a nightly file a day and its allowance. Left out: the default for its kind of fact. */
  budgetSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the stream, as its source calls it. */
  flow: Scalars['String']['input'];
  /** The plant to which it belongs; left out when it serves all of them. */
  plantId?: InputMaybe<Scalars['ID']['input']>;
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

/** A sign of life from a flow. */
export type HeartbeatInput = {
  /** The flow is finished: an archive that will not grow. */
  closed: Scalars['Boolean']['input'];
  /** Everything that the flow recorded up to here has been sent. */
  completeThrough: Scalars['DateTime']['input'];
  /** The stream of facts that it is about. */
  flow: Scalars['String']['input'];
  /** Last position in the source's own sequence, if it has one. */
  lastSequence?: InputMaybe<Scalars['String']['input']>;
  /** The plant to which the flow belongs; left out when it serves all of them. */
  plantId?: InputMaybe<Scalars['ID']['input']>;
  /** The system that gives the sign. */
  sourceSystemId: Scalars['ID']['input'];
};

/** A file on its way in. Its facts count in figures once it is sealed, all at once. */
export type ImportJob = {
  __typename?: 'ImportJob';
  /** SHA-256 of the file's bytes, hexadecimal. */
  contentSha256: Scalars['String']['output'];
  /** When it was given up; null when it was not. */
  droppedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Facts that the importer means to send. */
  expectedFacts: Scalars['Int']['output'];
  /** Facts that the importer counted as taken when it sealed. */
  facts?: Maybe<Scalars['Int']['output']>;
  /** Name of the file, without its folder. */
  fileName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** When the import began. */
  openedAt: Scalars['DateTime']['output'];
  /** Why it was given up; null when it was not. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was sealed; null before. */
  sealedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The system whose books the file is from. */
  sourceSystemId: Scalars['ID']['output'];
  /** How far it has come. */
  status: ImportStatus;
  /** True once every part of the platform counts the import's facts. */
  visible: Scalars['Boolean']['output'];
};

/** The import after the change, or why it was refused. */
export type ImportPayload = {
  __typename?: 'ImportPayload';
  /** The import as it stands now; null when the request was refused. */
  import?: Maybe<ImportJob>;
  userErrors: Array<UserError>;
};

/** How far an import has come. */
export type ImportStatus =
  /** Given up: its facts never count. */
  | 'DROPPED'
  /** Facts are being sent; none of them counts yet. */
  | 'OPEN'
  /** All facts are here and count. */
  | 'SEALED';

/** What the books knew: SOURCE compares recordedAt (the source committed it), PLATFORM compares visibleAt (readable here). */
export type KnowledgeBasis =
  /** What could be read on this platform. */
  | 'PLATFORM'
  /** What the source's own books held. */
  | 'SOURCE';

/** entry: people and shop floor. transport: connector. processing: this platform. They add up to end to end for each event; their percentiles do not. pipeline: transport and processing, what the integration team answers for. */
export type LagBreakdown = {
  __typename?: 'LagBreakdown';
  /** From what happened to being readable here, in seconds. */
  endToEnd: Distribution;
  /** From what happened to its recording at the source, in seconds. */
  entry: Distribution;
  /** From the recording at the source to being readable here, in seconds. */
  pipeline: Distribution;
  /** From the taking in to being readable here, in seconds. */
  processing: Distribution;
  /** From the recording at the source to the taking in here, in seconds. */
  transport: Distribution;
};

/** End to end. */
export type LagPoint = {
  __typename?: 'LagPoint';
  /** Facts that became visible in the bucket. */
  n: Scalars['Int']['output'];
  /** Median of the bucket, in seconds; null without facts. */
  p50Seconds?: Maybe<Scalars['Float']['output']>;
  /** Ninety-fifth percentile of the bucket, in seconds; null with fewer than 20 facts. */
  p95Seconds?: Maybe<Scalars['Float']['output']>;
  /** Start of the bucket. */
  start: Scalars['DateTime']['output'];
};

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
  /** Opens the import of a file. The same file of the same source resumes its open import; another file of that source drops it. */
  beginImport: BeginImportPayload;
  /** Gives up an import: what it sent never counts. */
  dropImport: ImportPayload;
  /** What a source is called and which flows it sends, with the age each promises. Said again alike it changes nothing; flows left out stay as they were. A registered flow that never sent anything is listed first, as NEVER. */
  registerSources?: Maybe<FactsPayload>;
  /** Everything that the flow recorded up to completeThrough has been sent. */
  reportHeartbeats?: Maybe<FactsPayload>;
  /** All facts of the import have been sent: from now on they count in figures. */
  sealImport: ImportPayload;
};


export type MutationBeginImportArgs = {
  input: BeginImportInput;
};


export type MutationDropImportArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRegisterSourcesArgs = {
  inputs: Array<SourceSystemInput>;
};


export type MutationReportHeartbeatsArgs = {
  inputs: Array<HeartbeatInput>;
};


export type MutationSealImportArgs = {
  input: SealImportInput;
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
  /** How far behind reality this plant's flows are. */
  syncHealth?: Maybe<SyncHealth>;
};

/** How far behind one plant is. */
export type PlantLag = {
  __typename?: 'PlantLag';
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** Lag over the plant's flows. */
  lag: LagBreakdown;
  /** Null for flows that belong to no plant. */
  plant?: Maybe<Plant>;
};

export type Query = {
  __typename?: 'Query';
  /** One import of a file, by id. */
  importJob?: Maybe<ImportJob>;
  /** Imports of files, newest first. */
  importJobs?: Maybe<Array<ImportJob>>;
  /** Who am I, and what may I do. */
  me?: Maybe<Viewer>;
  /** Every system that has registered, or sent a fact or a heartbeat; those that never sent a fact first. */
  sourceSystems?: Maybe<Array<SourceSystem>>;
  /** One flow, by id. */
  syncFlow?: Maybe<SyncFlow>;
  /** How far behind reality the platform is, by source, plant and flow. Measures the live pipeline; history loaded after the fact is left out. */
  syncHealth?: Maybe<SyncHealth>;
};


export type QueryImportJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImportJobsArgs = {
  first: Scalars['Int']['input'];
};


export type QuerySyncFlowArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySyncHealthArgs = {
  scope?: InputMaybe<ScopeInput>;
  window?: InputMaybe<WindowInput>;
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

/** Says that an import is complete. */
export type SealImportInput = {
  /** Facts taken: applied, or known before. */
  facts: Scalars['Int']['input'];
  /** The import, as beginImport named it. */
  importId: Scalars['ID']['input'];
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

/** A system outside that sends us facts. */
export type SourceSystem = {
  __typename?: 'SourceSystem';
  /** The streams of facts that it sends. */
  flows: Array<SyncFlow>;
  /** As old as its oldest open flow. */
  freshness: Freshness;
  id: Scalars['ID']['output'];
  /** What kind of system it is, in its own words, e.g. ERP, MES, WMS; `unregistered` while it has not said. */
  kind: Scalars['String']['output'];
  /** The name under which people know the system. */
  name: Scalars['String']['output'];
  /** True for a source of the simulator, whose id begins with `sim.`: nothing that it tells exists. */
  simulated: Scalars['Boolean']['output'];
};

/** A system outside, and what it will send. */
export type SourceSystemInput = {
  /** The streams of facts that it sends. */
  flows: Array<FlowInput>;
  /** Name of the system, as it signs every fact; of a simulated one it begins with `sim.`. */
  id: Scalars['ID']['input'];
  /** What kind of system it is, in its own words, e.g. ERP, MES, WMS. */
  kind: Scalars['String']['input'];
  /** The name under which people know it. */
  name: Scalars['String']['input'];
};

/** PURCHASED from a supplier; TRANSFER from a plant or warehouse of our own. */
export type Sourcing =
  /** Bought from a supplier. */
  | 'PURCHASED'
  /** Moved from a plant or warehouse of our own. */
  | 'TRANSFER';

export type Subscription = {
  __typename?: 'Subscription';
  /** How far behind reality the platform is, told anew when facts have come or become visible anywhere, about once a second. Resumed, it begins with the present figure. */
  syncHealthChanged: SyncHealthChange;
};


export type SubscriptionSyncHealthChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  scope?: InputMaybe<ScopeInput>;
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

/** One stream of one kind of fact from one source, for one plant. */
export type SyncFlow = {
  __typename?: 'SyncFlow';
  /** Facts accepted and not yet visible. */
  backlog: Scalars['Int']['output'];
  /** Seconds by which the source's clock ran ahead of ours in its latest facts: lags that involve it are negative and left out as CLOCK_SKEW, and how old the flow is cannot be known. Null within 60 seconds. */
  clockSkewSeconds?: Maybe<Scalars['Float']['output']>;
  /** Facts sent again with the same key. */
  duplicates: Scalars['Int']['output'];
  /** Name of the stream, as its source calls it. */
  flow: Scalars['String']['output'];
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** Numbers missing in the source's own sequence. */
  gaps: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** Lag of the facts that became visible in the window. */
  lag: LagBreakdown;
  /** When its latest fact was taken in; null when none ever came. */
  lastEventAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it last gave a sign of life; null when it never did. */
  lastHeartbeatAt?: Maybe<Scalars['DateTime']['output']>;
  /** Seconds for which the oldest of them has waited; null without a backlog. */
  oldestBacklogSeconds?: Maybe<Scalars['Int']['output']>;
  /** The plant that it is about; null when it belongs to none. */
  plant?: Maybe<Plant>;
  /** End-to-end lag over time. */
  series: Array<LagPoint>;
  /** The system that sends it. */
  source: SourceSystem;
  /** The part of the platform that records the flow's facts. */
  subgraph: Scalars['String']['output'];
};


/** One stream of one kind of fact from one source, for one plant. */
export type SyncFlowSeriesArgs = {
  bucket: Bucket;
};

/** How far behind reality the platform is, over a scope and window. */
export type SyncHealth = {
  __typename?: 'SyncHealth';
  /** The same for each plant, and once for flows that belong to no plant. */
  byPlant: Array<PlantLag>;
  /** Flows that never synced first, then worst first. */
  flows: Array<SyncFlow>;
  id: Scalars['ID']['output'];
  /** Lag over all flows of the scope. */
  lag: LagBreakdown;
  /** Whose flows these are: real sources' or the simulator's, never both. */
  origin: DataOrigin;
  /** End-to-end lag over time. */
  series: Array<LagPoint>;
  /** Subgraphs that did not answer: their flows are missing here. */
  unreachableSubgraphs: Array<Scalars['String']['output']>;
  /** The days that the figure covers. */
  window: Window;
  /** Worst first. */
  worst?: Maybe<SyncFlow>;
};


/** How far behind reality the platform is, over a scope and window. */
export type SyncHealthSeriesArgs = {
  bucket: Bucket;
};

/** Sync health at a moment, or a mark of the stream. */
export type SyncHealthChange = {
  __typename?: 'SyncHealthChange';
  /** Everything that was visible up to here is in the figures. Null while they follow a bulk. */
  caughtUpTo?: Maybe<Scalars['DateTime']['output']>;
  /** Subscribe again after it when the connection was lost. It names how far in the log the figures go. */
  cursor: Scalars['Cursor']['output'];
  /** When the platform sent it. */
  emittedAt: Scalars['DateTime']['output'];
  /** The figures, of the last 90 days; null on a HEARTBEAT. */
  health?: Maybe<SyncHealth>;
  /** SNAPSHOT at the start, UPDATED when figures changed, HEARTBEAT when none did. */
  kind: ChangeKind;
  /** Cursor of the message before this one. Null on the first. */
  previousCursor?: Maybe<Scalars['Cursor']['output']>;
};

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

/** The caller, as the platform understands the token. */
export type Viewer = {
  __typename?: 'Viewer';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Kind of user, e.g. executive, planner, supplier. */
  persona: Scalars['String']['output'];
  /** Null: every plant. */
  plantIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** What the caller may read and write; each field names the scopes of which it needs one. */
  scopes: Array<Scalars['String']['output']>;
  /** Null: every supplier. */
  supplierIds?: Maybe<Array<Scalars['ID']['output']>>;
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
  SourceSystem: SourceSystem;
  SyncFlow: SyncFlow;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Plant:
    ( { __typename: 'Plant' }
    & GraphQLRecursivePick<FederationTypes['Plant'], {"id":true}> );
  SourceSystem:
    ( { __typename: 'SourceSystem' }
    & GraphQLRecursivePick<FederationTypes['SourceSystem'], {"id":true}> );
  SyncFlow:
    ( { __typename: 'SyncFlow' }
    & GraphQLRecursivePick<FederationTypes['SyncFlow'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BeginImportInput: BeginImportInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  BeginImportPayload: ResolverTypeWrapper<Omit<BeginImportPayload, 'import'> & { import?: Maybe<ResolversTypes['ImportJob']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Bucket: Bucket;
  ChangeKind: ChangeKind;
  ClockEvent: ClockEvent;
  Contribution: ResolverTypeWrapper<Contribution>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ContributionConnection: ResolverTypeWrapper<ContributionConnection>;
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
  Distribution: ResolverTypeWrapper<Omit<Distribution, 'freshness'> & { freshness: ResolversTypes['Freshness'] }>;
  DueBasis: DueBasis;
  Exclusion: ResolverTypeWrapper<Exclusion>;
  ExternalId: ResolverTypeWrapper<ExternalId>;
  ExternalIdInput: ExternalIdInput;
  FactOutcome: FactOutcome;
  FactResult: ResolverTypeWrapper<FactResult>;
  FactsPayload: ResolverTypeWrapper<FactsPayload>;
  FlowInput: FlowInput;
  Freshness: ResolverTypeWrapper<Omit<Freshness, 'weakestSource'> & { weakestSource?: Maybe<ResolversTypes['SourceSystem']> }>;
  FreshnessStatus: FreshnessStatus;
  HeartbeatInput: HeartbeatInput;
  ImportJob: ResolverTypeWrapper<ImportJobModel>;
  ImportPayload: ResolverTypeWrapper<Omit<ImportPayload, 'import'> & { import?: Maybe<ResolversTypes['ImportJob']> }>;
  ImportStatus: ImportStatus;
  KnowledgeBasis: KnowledgeBasis;
  LagBreakdown: ResolverTypeWrapper<Omit<LagBreakdown, 'endToEnd' | 'entry' | 'pipeline' | 'processing' | 'transport'> & { endToEnd: ResolversTypes['Distribution'], entry: ResolversTypes['Distribution'], pipeline: ResolversTypes['Distribution'], processing: ResolversTypes['Distribution'], transport: ResolversTypes['Distribution'] }>;
  LagPoint: ResolverTypeWrapper<LagPoint>;
  MetricDefinition: ResolverTypeWrapper<MetricDefinition>;
  MetricGrain: MetricGrain;
  MetricUnit: MetricUnit;
  MetricValue: ResolverTypeWrapper<Omit<MetricValue, 'freshness'> & { freshness: ResolversTypes['Freshness'] }>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoValueReason: NoValueReason;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialRule: PartialRule;
  Party: Party;
  Plant: ResolverTypeWrapper<PlantModel>;
  PlantLag: ResolverTypeWrapper<PlantLagModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RescheduleRule: RescheduleRule;
  ScopeInput: ScopeInput;
  SealImportInput: SealImportInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: ResolverTypeWrapper<SourceSystemModel>;
  SourceSystemInput: SourceSystemInput;
  Sourcing: Sourcing;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SupplierTier: SupplierTier;
  SyncFlow: ResolverTypeWrapper<SyncFlowModel>;
  SyncHealth: ResolverTypeWrapper<SyncHealthModel>;
  SyncHealthChange: ResolverTypeWrapper<Omit<SyncHealthChange, 'health'> & { health?: Maybe<ResolversTypes['SyncHealth']> }>;
  UndeliveredRule: UndeliveredRule;
  UserError: ResolverTypeWrapper<UserError>;
  Viewer: ResolverTypeWrapper<Viewer>;
  Window: ResolverTypeWrapper<Window>;
  WindowBasis: WindowBasis;
  WindowInput: WindowInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BeginImportInput: BeginImportInput;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  BeginImportPayload: Omit<BeginImportPayload, 'import'> & { import?: Maybe<ResolversParentTypes['ImportJob']> };
  Boolean: Scalars['Boolean']['output'];
  Contribution: Contribution;
  Float: Scalars['Float']['output'];
  ContributionConnection: ContributionConnection;
  ContributionEdge: ContributionEdge;
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Distribution: Omit<Distribution, 'freshness'> & { freshness: ResolversParentTypes['Freshness'] };
  Exclusion: Exclusion;
  ExternalId: ExternalId;
  ExternalIdInput: ExternalIdInput;
  FactResult: FactResult;
  FactsPayload: FactsPayload;
  FlowInput: FlowInput;
  Freshness: Omit<Freshness, 'weakestSource'> & { weakestSource?: Maybe<ResolversParentTypes['SourceSystem']> };
  HeartbeatInput: HeartbeatInput;
  ImportJob: ImportJobModel;
  ImportPayload: Omit<ImportPayload, 'import'> & { import?: Maybe<ResolversParentTypes['ImportJob']> };
  LagBreakdown: Omit<LagBreakdown, 'endToEnd' | 'entry' | 'pipeline' | 'processing' | 'transport'> & { endToEnd: ResolversParentTypes['Distribution'], entry: ResolversParentTypes['Distribution'], pipeline: ResolversParentTypes['Distribution'], processing: ResolversParentTypes['Distribution'], transport: ResolversParentTypes['Distribution'] };
  LagPoint: LagPoint;
  MetricDefinition: MetricDefinition;
  MetricValue: Omit<MetricValue, 'freshness'> & { freshness: ResolversParentTypes['Freshness'] };
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Plant: PlantModel;
  PlantLag: PlantLagModel;
  Query: Record<PropertyKey, never>;
  ScopeInput: ScopeInput;
  SealImportInput: SealImportInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: SourceSystemModel;
  SourceSystemInput: SourceSystemInput;
  Subscription: Record<PropertyKey, never>;
  SyncFlow: SyncFlowModel;
  SyncHealth: SyncHealthModel;
  SyncHealthChange: Omit<SyncHealthChange, 'health'> & { health?: Maybe<ResolversParentTypes['SyncHealth']> };
  UserError: UserError;
  Viewer: Viewer;
  Window: Window;
  WindowInput: WindowInput;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  any: Array<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type BeginImportPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BeginImportPayload'] = ResolversParentTypes['BeginImportPayload']> = {
  dropped?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  import?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType>;
  resumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

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

export type ImportJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportJob'] = ResolversParentTypes['ImportJob']> = {
  contentSha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  droppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expectedFacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sealedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sourceSystemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ImportStatus'], ParentType, ContextType>;
  visible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ImportPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportPayload'] = ResolversParentTypes['ImportPayload']> = {
  import?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LagBreakdownResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LagBreakdown'] = ResolversParentTypes['LagBreakdown']> = {
  endToEnd?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  pipeline?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  processing?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  transport?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
};

export type LagPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LagPoint'] = ResolversParentTypes['LagPoint']> = {
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p50Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  beginImport?: Resolver<ResolversTypes['BeginImportPayload'], ParentType, ContextType, RequireFields<MutationBeginImportArgs, 'input'>>;
  dropImport?: Resolver<ResolversTypes['ImportPayload'], ParentType, ContextType, RequireFields<MutationDropImportArgs, 'id' | 'reason'>>;
  registerSources?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationRegisterSourcesArgs, 'inputs'>>;
  reportHeartbeats?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationReportHeartbeatsArgs, 'inputs'>>;
  sealImport?: Resolver<ResolversTypes['ImportPayload'], ParentType, ContextType, RequireFields<MutationSealImportArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plant'] = ResolversParentTypes['Plant'], FederationReferenceType extends FederationReferenceTypes['Plant'] = FederationReferenceTypes['Plant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Plant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  syncHealth?: Resolver<Maybe<ResolversTypes['SyncHealth']>, ParentType, ContextType>;
};

export type PlantLagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlantLag'] = ResolversParentTypes['PlantLag']> = {
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['LagBreakdown'], ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  importJob?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType, RequireFields<QueryImportJobArgs, 'id'>>;
  importJobs?: Resolver<Maybe<Array<ResolversTypes['ImportJob']>>, ParentType, ContextType, RequireFields<QueryImportJobsArgs, 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  sourceSystems?: Resolver<Maybe<Array<ResolversTypes['SourceSystem']>>, ParentType, ContextType>;
  syncFlow?: Resolver<Maybe<ResolversTypes['SyncFlow']>, ParentType, ContextType, RequireFields<QuerySyncFlowArgs, 'id'>>;
  syncHealth?: Resolver<Maybe<ResolversTypes['SyncHealth']>, ParentType, ContextType, Partial<QuerySyncHealthArgs>>;
};

export type SourceSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceSystem'] = ResolversParentTypes['SourceSystem'], FederationReferenceType extends FederationReferenceTypes['SourceSystem'] = FederationReferenceTypes['SourceSystem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SourceSystem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  flows?: Resolver<Array<ResolversTypes['SyncFlow']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  simulated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  syncHealthChanged?: SubscriptionResolver<ResolversTypes['SyncHealthChange'], "syncHealthChanged", ParentType, ContextType, Partial<SubscriptionSyncHealthChangedArgs>>;
};

export type SyncFlowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncFlow'] = ResolversParentTypes['SyncFlow'], FederationReferenceType extends FederationReferenceTypes['SyncFlow'] = FederationReferenceTypes['SyncFlow']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SyncFlow']> | FederationReferenceType, FederationReferenceType, ContextType>;
  backlog?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clockSkewSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  flow?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  gaps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['LagBreakdown'], ParentType, ContextType>;
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastHeartbeatAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  oldestBacklogSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['LagPoint']>, ParentType, ContextType, RequireFields<SyncFlowSeriesArgs, 'bucket'>>;
  source?: Resolver<ResolversTypes['SourceSystem'], ParentType, ContextType>;
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SyncHealthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncHealth'] = ResolversParentTypes['SyncHealth']> = {
  byPlant?: Resolver<Array<ResolversTypes['PlantLag']>, ParentType, ContextType>;
  flows?: Resolver<Array<ResolversTypes['SyncFlow']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['LagBreakdown'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DataOrigin'], ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['LagPoint']>, ParentType, ContextType, RequireFields<SyncHealthSeriesArgs, 'bucket'>>;
  unreachableSubgraphs?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Window'], ParentType, ContextType>;
  worst?: Resolver<Maybe<ResolversTypes['SyncFlow']>, ParentType, ContextType>;
};

export type SyncHealthChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SyncHealthChange'] = ResolversParentTypes['SyncHealthChange']> = {
  caughtUpTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  emittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['SyncHealth']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  previousCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  docsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plantIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  supplierIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
};

export type WindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Window'] = ResolversParentTypes['Window']> = {
  basis?: Resolver<ResolversTypes['WindowBasis'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  BeginImportPayload?: BeginImportPayloadResolvers<ContextType>;
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
  ImportJob?: ImportJobResolvers<ContextType>;
  ImportPayload?: ImportPayloadResolvers<ContextType>;
  LagBreakdown?: LagBreakdownResolvers<ContextType>;
  LagPoint?: LagPointResolvers<ContextType>;
  MetricDefinition?: MetricDefinitionResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Plant?: PlantResolvers<ContextType>;
  PlantLag?: PlantLagResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SourceSystem?: SourceSystemResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SyncFlow?: SyncFlowResolvers<ContextType>;
  SyncHealth?: SyncHealthResolvers<ContextType>;
  SyncHealthChange?: SyncHealthChangeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Window?: WindowResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
