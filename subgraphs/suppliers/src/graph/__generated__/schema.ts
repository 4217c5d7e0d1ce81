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

/** A date and quantity promised, by whom and when. */
export type Commit = {
  __typename?: 'Commit';
  /** Who promised or moved the date. */
  by: Party;
  /** Day promised. */
  date: Scalars['Date']['output'];
  /** When it happened, with offset; null when the source knew only the day. */
  occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Calendar day on which it happened, at the site concerned. */
  occurredOn: Scalars['Date']['output'];
  /** Quantity promised for that day, in the order unit. */
  quantity: Scalars['Decimal']['output'];
  /** Why the date moved, in words; null when nobody said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When the source committed it to its books, with offset; null when only the day is known. */
  recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Calendar day on which the source committed it to its books. */
  recordedOn: Scalars['Date']['output'];
};

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

/** The same lines judged under several definitions. */
export type DefinitionComparison = {
  __typename?: 'DefinitionComparison';
  /** Lines judged alike ÷ lines judged, over all pairs. */
  agreement?: Maybe<Scalars['Float']['output']>;
  /** The lines that the definitions judge differently. */
  differences: DefinitionDifferenceConnection;
  /** The figure under each definition, in the order asked for. */
  results: Array<DefinitionResult>;
};


/** The same lines judged under several definitions. */
export type DefinitionComparisonDifferencesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** A line that definitions judge differently. */
export type DefinitionDifference = {
  __typename?: 'DefinitionDifference';
  /** The first reason for which the definitions part, in the fixed order population, clock, due basis, window, tolerance. */
  cause: DifferenceCause;
  /** The line. */
  line: PurchaseOrderLine;
  /** What each definition says about it. */
  verdicts: Array<DefinitionVerdict>;
};

/** One page of a list: definition differences. */
export type DefinitionDifferenceConnection = {
  __typename?: 'DefinitionDifferenceConnection';
  edges: Array<DefinitionDifferenceEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type DefinitionDifferenceEdge = {
  __typename?: 'DefinitionDifferenceEdge';
  cursor: Scalars['Cursor']['output'];
  node: DefinitionDifference;
};

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

/** A figure under one definition. */
export type DefinitionResult = {
  __typename?: 'DefinitionResult';
  /** What the figure means, whole: no other call is needed to understand it. */
  definition: MetricDefinition;
  /** The figure. */
  metric: MetricValue;
};

/** What one definition says about a line. */
export type DefinitionVerdict = {
  __typename?: 'DefinitionVerdict';
  /** What the figure means, whole: no other call is needed to understand it. */
  definition: MetricDefinition;
  /** Null when the line takes no part under this definition. */
  passed?: Maybe<Scalars['Boolean']['output']>;
  /** Why, in words. */
  rule: Scalars['String']['output'];
};

/** Why two definitions judge a line differently. */
export type DifferenceCause =
  /** They look at different events, e.g. shipped and received. */
  | 'CLOCK_EVENT'
  /** They hold it against different due dates. */
  | 'DUE_BASIS'
  /** They judge a delivery in parts differently. */
  | 'PARTIAL_RULE'
  /** Only one of them lets the line take part. */
  | 'POPULATION'
  /** They allow different quantities. */
  | 'TOLERANCE'
  /** They allow different days before or after due. */
  | 'WINDOW';

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
  /** Days from one anchor of a line's life to another, over the lines of this item received in the window. */
  leadTime?: Maybe<Distribution>;
  /** Lines of this item that are not fully delivered. */
  openPurchaseOrderLines?: Maybe<PurchaseOrderLineConnection>;
};


export type ItemLeadTimeArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  stage: LeadTimeStage;
  window?: InputMaybe<WindowInput>;
};


export type ItemOpenPurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first: Scalars['Int']['input'];
};

/** What the books knew: SOURCE compares recordedAt (the source committed it), PLATFORM compares visibleAt (readable here). */
export type KnowledgeBasis =
  /** What could be read on this platform. */
  | 'PLATFORM'
  /** What the source's own books held. */
  | 'SOURCE';

/** The anchors of a line's life. Which two a lead time spans is part of its meaning. */
export type LeadTimeStage =
  /** From the supplier's acknowledgement to receipt. */
  | 'ACKNOWLEDGED_TO_RECEIVED'
  /** From the supplier's acknowledgement to shipment. */
  | 'ACKNOWLEDGED_TO_SHIPPED'
  /** From arrival at the site to release to stock: our own receiving time. */
  | 'ARRIVED_TO_AVAILABLE'
  /** From the making of the order to release to stock: what planning reckons with. */
  | 'CREATED_TO_AVAILABLE'
  /** From the making of the order to receipt. */
  | 'CREATED_TO_RECEIVED'
  /** In transit: from the carrier's hands to arrival at the site. */
  | 'HANDED_OVER_TO_ARRIVED'
  /** From receipt to release to stock. */
  | 'RECEIVED_TO_AVAILABLE'
  /** From the sending of the order to the supplier's acknowledgement. */
  | 'SENT_TO_ACKNOWLEDGED'
  /** From the sending of the order to release to stock. */
  | 'SENT_TO_AVAILABLE'
  /** From the sending of the order to receipt: the supplier lead time of a contract. */
  | 'SENT_TO_RECEIVED'
  /** From the sending of the order to shipment. */
  | 'SENT_TO_SHIPPED'
  /** From shipment to receipt. */
  | 'SHIPPED_TO_RECEIVED';

/** How the goods of a line were found. */
export type LineCondition =
  /** Some of it was not accepted. */
  | 'DEFECTIVE'
  /** Good as far as they were inspected; part of what came was not decided on yet. */
  | 'PENDING'
  /** All of it was accepted. */
  | 'PERFECT';

/** What order lines can be split by. */
export type LineDimension =
  /** Country for which the goods are bound. */
  | 'DESTINATION_COUNTRY'
  /** Terms of delivery. */
  | 'INCOTERM'
  /** Where the goods are made. */
  | 'MANUFACTURING_SITE'
  /** Our site that receives. */
  | 'PLANT'
  /** Group of products. */
  | 'PRODUCT_GROUP'
  /** Way of shipping, e.g. Air. */
  | 'SHIPMENT_MODE'
  /** The system that sent the line. */
  | 'SOURCE_SYSTEM'
  /** Bought or moved between our own sites. */
  | 'SOURCING'
  /** Who sells. */
  | 'SUPPLIER'
  /** How closely we work with the supplier. */
  | 'SUPPLIER_TIER';

/** Where goods are made. Several suppliers may sell from one site. */
export type ManufacturingSite = {
  __typename?: 'ManufacturingSite';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
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
  /** The door for supplier master data: every source, importer and simulator uses it, nothing else. One bad fact never stops the others. */
  onboardSuppliers?: Maybe<FactsPayload>;
  /** The door for what happens to a line between order and stock: acknowledged, promised anew, shipped, handed over, arrived, accepted, available, returned, cancelled, closed. Receipts come through postGoodsReceipts. */
  recordPurchaseOrderLineEvents?: Maybe<FactsPayload>;
  /** The door for order lines. A line stated again with other terms is a change: every date ever promised is kept. */
  sendPurchaseOrderLines?: Maybe<FactsPayload>;
};


export type MutationOnboardSuppliersArgs = {
  inputs: Array<SupplierInput>;
};


export type MutationRecordPurchaseOrderLineEventsArgs = {
  inputs: Array<PurchaseOrderLineEventInput>;
};


export type MutationSendPurchaseOrderLinesArgs = {
  inputs: Array<PurchaseOrderLineInput>;
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

/** The order book on a day, as the books had it. */
export type OrderBook = {
  __typename?: 'OrderBook';
  /** Ordered lines that were delivered by asOf. */
  delivered: MetricValue;
  /** Delivered by asOf, not in the books at knownAt. */
  deliveredUnrecorded: MetricValue;
  /** Value of those lines. */
  deliveredUnrecordedValue: MetricValue;
  /** Overdue in the books at knownAt, delivered by asOf. */
  falselyOverdue: MetricValue;
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** Ordered lines that were not delivered by asOf. */
  open: MetricValue;
  /** Lines sent to suppliers by asOf. */
  ordered: MetricValue;
  /** Whose facts the figures are made of: those of real sources or the simulator's, never both. */
  origin: DataOrigin;
  /** Open lines whose due date has passed. */
  overdue: MetricValue;
};

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

/** key is null for the lines on which the source says nothing. */
export type PerformanceGroup = {
  __typename?: 'PerformanceGroup';
  /** Value of the dimension; an id where the dimension is an entity. */
  key?: Maybe<Scalars['String']['output']>;
  /** The value as people call it. */
  label: Scalars['String']['output'];
  /** Delivered minus due, in days; below 0 is early. */
  lateness: Distribution;
  /** Days from one anchor of a line's life to another, over the group's lines received in the window. */
  leadTime: Distribution;
  /** Share of the group's lines due in the window that were on time. */
  onTime: MetricValue;
  /** Share of the group's lines due in the window that were on time and in full. */
  otif: MetricValue;
  /** Filled when the dimension is PLANT. */
  plant?: Maybe<Plant>;
  /** Recorded minus received at the source, in days. */
  recordedLag: Distribution;
  /** Filled when the dimension is SUPPLIER. */
  supplier?: Maybe<Supplier>;
  /** How many lines, orders and shipments, and their value. */
  volume: Volume;
};


/** key is null for the lines on which the source says nothing. */
export type PerformanceGroupLeadTimeArgs = {
  stage: LeadTimeStage;
};


/** key is null for the lines on which the source says nothing. */
export type PerformanceGroupOnTimeArgs = {
  definitionId?: InputMaybe<Scalars['ID']['input']>;
};


/** key is null for the lines on which the source says nothing. */
export type PerformanceGroupOtifArgs = {
  definitionId?: InputMaybe<Scalars['ID']['input']>;
};

/** One page of a list: performance groups. */
export type PerformanceGroupConnection = {
  __typename?: 'PerformanceGroupConnection';
  edges: Array<PerformanceGroupEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type PerformanceGroupEdge = {
  __typename?: 'PerformanceGroupEdge';
  cursor: Scalars['Cursor']['output'];
  node: PerformanceGroup;
};

export type Plant = {
  __typename?: 'Plant';
  id: Scalars['ID']['output'];
};

/** One line of a purchase order (or of a transfer between our own sites), as its facts tell it. */
export type PurchaseOrderLine = {
  __typename?: 'PurchaseOrderLine';
  /** When the supplier acknowledged it, with offset. */
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day the supplier acknowledged it; null while it has not, or the source does not say. */
  acknowledgedOn?: Maybe<Scalars['Date']['output']>;
  /** When it arrived at the site, with offset. */
  arrivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day it arrived at the site; null while the source has not said. */
  arrivedOn?: Maybe<Scalars['Date']['output']>;
  /** Value of what has not come: the share of the value that openQuantity is of quantity, exact to a millionth. Null when the source gives no value. */
  atStake?: Maybe<Money>;
  /** When it was released to stock, with offset. */
  availableAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day it was released to stock; null while the source has not said. */
  availableOn?: Maybe<Scalars['Date']['output']>;
  /** Who cancelled; null while nothing is cancelled. */
  cancelledBy?: Maybe<Party>;
  /** Cancelled, in unitOfMeasure. */
  cancelledQuantity: Scalars['Decimal']['output'];
  /** Every date and quantity ever promised, oldest first. */
  commits: Array<Commit>;
  /** How the goods were found when quality inspected them; null while nobody has. */
  condition?: Maybe<LineCondition>;
  /** Day the order was made; null when the source does not say. */
  createdOn?: Maybe<Scalars['Date']['output']>;
  /** Day the supplier committed to last; null when none is known. */
  currentCommitDate?: Maybe<Scalars['Date']['output']>;
  /** Country for which the goods are bound, as the source writes it; null when it does not say. */
  destinationCountry?: Maybe<Scalars['String']['output']>;
  /** The names by which outside systems know this line. */
  externalIds: Array<ExternalId>;
  /** True once the source says that nothing more will come. */
  finalDelivery: Scalars['Boolean']['output'];
  /** When the first of it was received, with offset. */
  firstReceivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day the first of it was received; null while nothing was. */
  firstReceivedOn?: Maybe<Scalars['Date']['output']>;
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** When the carrier took it, with offset. */
  handedOverAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day the carrier took it; null while the source has not said. */
  handedOverOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  /** Days that weigh on the line on the day of asOf: the longer of days past the current commit and days by which it slipped from the first; at least 1 once part of it came, 0 on its way or when nothing is awaited. What IMPACT_DESC multiplies atStake by. */
  impactDays: Scalars['Int']['output'];
  /** Terms of delivery, e.g. DDP; null when the source does not say. */
  incoterm?: Maybe<Scalars['String']['output']>;
  /** What is ordered; null when the source has no product code. */
  item?: Maybe<Item>;
  /** What is ordered, in the source's words; also there when the source has no product code. */
  itemName?: Maybe<Scalars['String']['output']>;
  /** As the source writes it: 10, 00010, 1.2. Null when the source has none. */
  lineNumber?: Maybe<Scalars['String']['output']>;
  /** Where the goods are made; null when the source does not say. */
  manufacturingSite?: Maybe<ManufacturingSite>;
  /** Ordered less received, returned and cancelled; 0 after final delivery. Null when receipts have no quantities. */
  openQuantity?: Maybe<Scalars['Decimal']['output']>;
  /** Number of the order, as the source writes it. */
  orderNumber: Scalars['String']['output'];
  /** First date the supplier committed to. Never overwritten. Null when the source overwrites its dates. */
  originalCommitDate?: Maybe<Scalars['Date']['output']>;
  /** Our site that receives; null when the source does not say. */
  plant?: Maybe<Plant>;
  /** Group of products, as the source writes it; null when it does not say. */
  productGroup?: Maybe<Scalars['String']['output']>;
  /** Ordered quantity, in unitOfMeasure. */
  quantity: Scalars['Decimal']['output'];
  /** When the receipt was keyed at the source. */
  receiptRecordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day the receipt was keyed at the source. */
  receiptRecordedOn?: Maybe<Scalars['Date']['output']>;
  /** The receipt that met the in-full test of the default definition; null while it is not met. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day of that receipt. */
  receivedOn?: Maybe<Scalars['Date']['output']>;
  /** Null when the source reports receipts without quantities. */
  receivedQuantity?: Maybe<Scalars['Decimal']['output']>;
  /** Day for which the buyer asked; null when none was named. */
  requestedDate?: Maybe<Scalars['Date']['output']>;
  /** Sent back to the supplier, in unitOfMeasure. */
  returnedQuantity: Scalars['Decimal']['output'];
  /** Delivery schedule within the line; 1 when the source has none. */
  scheduleNumber: Scalars['Int']['output'];
  /** When the order was sent, with offset; null when only the day is known, or nothing. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Calendar date at the plant. Always set with sentAt, and alone when the source knew no time of day: a day never becomes an instant. The same for the other ...On fields. */
  sentOn?: Maybe<Scalars['Date']['output']>;
  /** Way of shipping, as the source writes it, e.g. Air; null when it does not say. */
  shipmentMode?: Maybe<Scalars['String']['output']>;
  /** When it was shipped, with offset. */
  shippedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day it was shipped; null while the source has not said. */
  shippedOn?: Maybe<Scalars['Date']['output']>;
  /** True for a line of the simulator's network, which does not exist. */
  simulated: Scalars['Boolean']['output'];
  /** Bought from a supplier, or moved from a site of our own. */
  sourcing: Sourcing;
  /** Where the line stands, as its facts tell. */
  status: PurchaseOrderLineStatus;
  /** Null for a transfer. */
  supplier?: Maybe<Supplier>;
  /** The own site that supplies a transfer. */
  supplyingPlant?: Maybe<Plant>;
  /** Order unit, UN/ECE Rec 20; every quantity of the line is in it. */
  unitOfMeasure: Scalars['String']['output'];
  /** Value of the whole line; null when the source does not say. */
  value?: Maybe<Money>;
  /** Grows by one with every fact about the line. */
  version: Scalars['Int']['output'];
};

/** One change of an order line, or a mark of the stream. */
export type PurchaseOrderLineChange = {
  __typename?: 'PurchaseOrderLineChange';
  /** Everything that was visible up to here has been sent. Null in the midst of a burst. */
  caughtUpTo?: Maybe<Scalars['DateTime']['output']>;
  /** Subscribe again after it to go on behind this message. Keep that of every message, marks as well. */
  cursor: Scalars['Cursor']['output'];
  /** When the platform sent it. */
  emittedAt: Scalars['DateTime']['output'];
  /** Name of the business event, e.g. suppliers.purchaseOrderLine.received; null on marks. */
  event?: Maybe<Scalars['String']['output']>;
  /** What happened, or that nothing did (HEARTBEAT). */
  kind: ChangeKind;
  /** The line as it is now; null on marks, and when you may not see it any more. */
  line?: Maybe<PurchaseOrderLine>;
  /** When it happened, as the source wrote it; null when the source knows only the day, and on marks. */
  occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Cursor of the message before this one: equal to the one you had last, you have missed nothing. Null on the first. */
  previousCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** One page of a list: purchase order lines. */
export type PurchaseOrderLineConnection = {
  __typename?: 'PurchaseOrderLineConnection';
  edges: Array<PurchaseOrderLineEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type PurchaseOrderLineEdge = {
  __typename?: 'PurchaseOrderLineEdge';
  cursor: Scalars['Cursor']['output'];
  node: PurchaseOrderLine;
};

/** One milestone of one line. */
export type PurchaseOrderLineEventInput = {
  /** Who did it. Default: SUPPLIER, and BUYER for SENT, CANCELLED and CLOSED. */
  by?: InputMaybe<Party>;
  /** COMMITTED: the date promised. */
  date?: InputMaybe<Scalars['Date']['input']>;
  /** What happened. */
  milestone: PurchaseOrderLineMilestone;
  /** How its source names the line. */
  purchaseOrderLine: ExternalIdInput;
  /** In the order unit; left out: all of the line. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Why, in words. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Advance ship notice or delivery note, when one belongs to it. */
  shipmentNumber?: InputMaybe<Scalars['String']['input']>;
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
};

/** Which order lines to list. */
export type PurchaseOrderLineFilter = {
  /** Delivered after its due date. */
  deliveredLate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only lines bound for these countries, as the source writes them. */
  destinationCountries?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only lines that outside systems know by these names. */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  /** Only lines under these terms of delivery. */
  incoterms?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only these items. Left out: all. */
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only lines made at these sites. */
  manufacturingSiteIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only lines of orders whose number begins with this, in capitals or not. Text of blanks only: all. */
  orderNumber?: InputMaybe<Scalars['String']['input']>;
  /** Only lines of real sources, or only the simulator's. Left out: all. */
  origin?: InputMaybe<DataOrigin>;
  /** Due before asOf and not delivered. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these plants. Left out: every one the caller may see. */
  plantIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only lines of these groups of products. */
  productGroups?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Current commit on or after. */
  promisedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Current commit on or before. */
  promisedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Received on or after. */
  receivedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Received on or before. */
  receivedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Only lines shipped this way, as the source writes it. */
  shipmentModes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Promised for a later day than at first. False: the others, those of which one of the dates is not known among them. */
  slipped?: InputMaybe<Scalars['Boolean']['input']>;
  /** Bought, moved between our own sites, or both. */
  sourcing?: InputMaybe<Array<Sourcing>>;
  /** Only lines that stand here. */
  statuses?: InputMaybe<Array<PurchaseOrderLineStatus>>;
  /** Only these suppliers. Left out: every one the caller may see. */
  supplierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** An order line as its source states it. */
export type PurchaseOrderLineInput = {
  /** Day to which the supplier committed. */
  committedDate?: InputMaybe<Scalars['Date']['input']>;
  /** False when the source overwrites its dates: committedDate is then a last commit and the original stays unknown. */
  committedDateIsOriginal: Scalars['Boolean']['input'];
  /** Day the order was made. */
  createdOn?: InputMaybe<Scalars['Date']['input']>;
  /** ISO 4217; required with value. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Country for which the goods are bound. */
  destinationCountry?: InputMaybe<Scalars['String']['input']>;
  /** The first one names the line for ever; without any, its order, line and schedule number do (type purchaseOrderLine, value order/line/schedule). */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  /** Terms of delivery, e.g. DDP. */
  incoterm?: InputMaybe<Scalars['String']['input']>;
  /** What is ordered, in the source's words. */
  itemName?: InputMaybe<Scalars['String']['input']>;
  /** Number of the line, exactly as the source writes it; left out when it has none. */
  lineNumber?: InputMaybe<Scalars['String']['input']>;
  /** Where the goods are made, by name. */
  manufacturingSite?: InputMaybe<Scalars['String']['input']>;
  /** Number of the order. */
  orderNumber: Scalars['String']['input'];
  /** Our site that receives. */
  plantCode?: InputMaybe<Scalars['String']['input']>;
  /** Group of products. */
  productGroup?: InputMaybe<Scalars['String']['input']>;
  /** In unitOfMeasure; 0 cancels the line on the buyer's side. */
  quantity: Scalars['Decimal']['input'];
  /** Day for which the buyer asks. */
  requestedDate?: InputMaybe<Scalars['Date']['input']>;
  /** Delivery schedule within the line. Default: 1. */
  scheduleNumber?: InputMaybe<Scalars['Int']['input']>;
  /** When the order was sent: the instant, or only the calendar date. Both may be left out when the source does not know. */
  sentAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Day the order was sent; instead of sentAt. */
  sentOn?: InputMaybe<Scalars['Date']['input']>;
  /** Way of shipping, e.g. Air. */
  shipmentMode?: InputMaybe<Scalars['String']['input']>;
  /** Stock keeping unit; left out when the source has no product code. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** Bought from a supplier, or moved from a site of our own. */
  sourcing: Sourcing;
  /** Required when sourcing is PURCHASED. A supplier not yet onboarded parks the line until it is. */
  supplierCode?: InputMaybe<Scalars['String']['input']>;
  /** The own site that supplies a transfer. */
  supplyingPlantCode?: InputMaybe<Scalars['String']['input']>;
  /** UN/ECE Rec 20 code. */
  unitOfMeasure: Scalars['String']['input'];
  /** Value of the whole line, in currency. */
  value?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What happened to a line. */
export type PurchaseOrderLineMilestone =
  /** Inspected and found good, in the quantity given. */
  | 'ACCEPTED'
  /** The supplier answered. */
  | 'ACKNOWLEDGED'
  /** The goods arrived at the site. */
  | 'ARRIVED'
  /** Released to stock, in the quantity given. */
  | 'AVAILABLE'
  /** Called off, in the quantity given. */
  | 'CANCELLED'
  /** Short-closed: nothing more will come. */
  | 'CLOSED'
  /** A date was promised: date and by are required. */
  | 'COMMITTED'
  /** The order was made. */
  | 'CREATED'
  /** The carrier took the goods. */
  | 'HANDED_OVER'
  /** Goods went back to the supplier, in the quantity given. */
  | 'RETURNED'
  /** The order was sent to the supplier. */
  | 'SENT'
  /** The supplier shipped, in the quantity given. */
  | 'SHIPPED';

/** In which order lines are listed. */
export type PurchaseOrderLineOrder =
  /** What hangs on it most first: atStake times impactDays. Sums in two currencies cannot be compared, so the currency of most lines comes first and each is ranked by itself; lines without a value last, the latest of them first. Pages after the first keep its day and its order of currencies. */
  | 'IMPACT_DESC'
  /** Most days after the current commit first; lines not delivered last. */
  | 'LATENESS_DESC'
  /** Earliest current commit first; lines without one last. */
  | 'PROMISED_ASC'
  /** Latest current commit first; lines without one last. */
  | 'PROMISED_DESC'
  /** Latest receipt first; lines without one last. */
  | 'RECEIVED_DESC';

/** Where a line stands in its life. */
export type PurchaseOrderLineStatus =
  /** The supplier has answered. */
  | 'ACKNOWLEDGED'
  /** Called off before anything came. */
  | 'CANCELLED'
  /** Nothing more will come. */
  | 'CLOSED'
  /** Made, not yet sent. */
  | 'DRAFT'
  /** Part of it is here. */
  | 'PARTIALLY_RECEIVED'
  /** Part of it is on its way. */
  | 'PARTIALLY_SHIPPED'
  /** All of it is here. */
  | 'RECEIVED'
  /** Sent to the supplier, no answer yet. */
  | 'SENT'
  /** All of it is on its way. */
  | 'SHIPPED';

export type Query = {
  __typename?: 'Query';
  /** The same lines under several definitions, with the lines that differ: equal percentages can hide different lines. */
  compareDefinitions?: Maybe<DefinitionComparison>;
  /** One definition, by id (metric.owner@version). */
  metricDefinition?: Maybe<MetricDefinition>;
  /** All definitions, or those of one metric. */
  metricDefinitions?: Maybe<Array<MetricDefinition>>;
  /** Ordered, delivered, open and overdue lines: as it was (asOf) and as the books had it (knownAt). Overdue: due before the calendar day of asOf, not delivered. */
  orderBook?: Maybe<OrderBook>;
  /** One order line, by our id or by the name an outside system gives it. */
  purchaseOrderLine?: Maybe<PurchaseOrderLine>;
  /** The order lines the caller may see. */
  purchaseOrderLines?: Maybe<PurchaseOrderLineConnection>;
  /** One supplier, by our id, by our code or by the name an outside system gives it. */
  supplier?: Maybe<Supplier>;
  /** Lead time and delivery performance over a scope: the executive's first question. */
  supplierPerformance?: Maybe<SupplierPerformance>;
  /** The suppliers the caller may see. */
  suppliers?: Maybe<SupplierConnection>;
};


export type QueryCompareDefinitionsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  definitionIds: Array<Scalars['ID']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  scope?: InputMaybe<ScopeInput>;
  window?: InputMaybe<WindowInput>;
};


export type QueryMetricDefinitionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMetricDefinitionsArgs = {
  metric?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrderBookArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  includeUndatedOrders: Scalars['Boolean']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  knownBy: KnowledgeBasis;
  scope?: InputMaybe<ScopeInput>;
};


export type QueryPurchaseOrderLineArgs = {
  externalId?: InputMaybe<ExternalIdInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first: Scalars['Int']['input'];
  orderBy: PurchaseOrderLineOrder;
};


export type QuerySupplierArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  externalId?: InputMaybe<ExternalIdInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySupplierPerformanceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  knownBy: KnowledgeBasis;
  scope?: InputMaybe<ScopeInput>;
  window?: InputMaybe<WindowInput>;
};


export type QuerySuppliersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<SupplierFilter>;
  first: Scalars['Int']['input'];
  orderBy: SupplierOrder;
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
  /** Purchase order lines as they change: every event of a line in the answer is one message, once. Resumes after a cursor without a gap; left out, it begins now, with a SNAPSHOT mark. */
  purchaseOrderLineChanged: PurchaseOrderLineChange;
  /** Delivery performance, read anew after changes that touch the scope, at most four times a second. Resumed, it begins with the present figure. */
  supplierPerformanceChanged: SupplierPerformanceChange;
};


export type SubscriptionPurchaseOrderLineChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
};


export type SubscriptionSupplierPerformanceChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  scope?: InputMaybe<ScopeInput>;
  window?: InputMaybe<WindowInput>;
};

/** A company that sells to us. One supplier, whatever codes outside systems give it. */
export type Supplier = {
  __typename?: 'Supplier';
  /** Our own code. */
  code: Scalars['String']['output'];
  /** Country of the supplier as the source writes it. */
  country?: Maybe<Scalars['String']['output']>;
  /** The names by which outside systems know this supplier. */
  externalIds: Array<ExternalId>;
  id: Scalars['ID']['output'];
  /** Days from one anchor of a line's life to another, over the lines received in the window. */
  leadTime?: Maybe<Distribution>;
  name: Scalars['String']['output'];
  /** Share of lines due in the window that were on time, under a named definition (default onTime.lastCommit@1). */
  onTime?: Maybe<MetricValue>;
  /** Share of lines due in the window that were on time and in full, under a named definition (default otif.lastCommit@1). */
  otif?: Maybe<MetricValue>;
  /** The order lines placed with this supplier. */
  purchaseOrderLines: PurchaseOrderLineConnection;
  /** True when nobody but simulated sources has stated it. */
  simulated: Scalars['Boolean']['output'];
  /** How closely we work with this supplier. */
  tier: SupplierTier;
};


/** A company that sells to us. One supplier, whatever codes outside systems give it. */
export type SupplierLeadTimeArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  stage: LeadTimeStage;
  window?: InputMaybe<WindowInput>;
};


/** A company that sells to us. One supplier, whatever codes outside systems give it. */
export type SupplierOnTimeArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  definitionId?: InputMaybe<Scalars['ID']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  window?: InputMaybe<WindowInput>;
};


/** A company that sells to us. One supplier, whatever codes outside systems give it. */
export type SupplierOtifArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  definitionId?: InputMaybe<Scalars['ID']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  window?: InputMaybe<WindowInput>;
};


/** A company that sells to us. One supplier, whatever codes outside systems give it. */
export type SupplierPurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first: Scalars['Int']['input'];
};

/** One page of a list: suppliers. */
export type SupplierConnection = {
  __typename?: 'SupplierConnection';
  edges: Array<SupplierEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type SupplierEdge = {
  __typename?: 'SupplierEdge';
  cursor: Scalars['Cursor']['output'];
  node: Supplier;
};

/** Which suppliers to list. */
export type SupplierFilter = {
  /** Only those with these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only suppliers that a real source has stated, or only the simulator's. Left out: all. */
  origin?: InputMaybe<DataOrigin>;
  /** Part of the name or code, any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only suppliers of these tiers. */
  tiers?: InputMaybe<Array<SupplierTier>>;
};

/** A supplier as an outside system states it. */
export type SupplierInput = {
  /** Our code: two statements with one code are about one supplier. */
  code: Scalars['String']['input'];
  /** Its country, as the source writes it. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** The names by which outside systems know this row. */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  name: Scalars['String']['input'];
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** How closely we work with it. Default: as known before, or UNCLASSIFIED. */
  tier?: InputMaybe<SupplierTier>;
};

/** In which order suppliers are listed. */
export type SupplierOrder =
  /** Longest ninetieth percentile lead time of the default window first; suppliers without one last. */
  | 'LEAD_TIME_P90_DESC'
  /** Most lines due in the default window first. */
  | 'LINES_DESC'
  /** By name, from A. */
  | 'NAME_ASC'
  /** By name, from Z. */
  | 'NAME_DESC'
  /** Lowest on-time share of the default window first; suppliers without one last. */
  | 'ON_TIME_ASC';

/** Delivery performance of the lines in a scope and window. */
export type SupplierPerformance = {
  __typename?: 'SupplierPerformance';
  /** The same figures for each value of a dimension, most lines first. */
  breakdown: PerformanceGroupConnection;
  /** The main figures of each supplier. */
  bySupplier: Array<SupplierPerformanceRow>;
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** Canonical arguments, so that a pushed figure finds its tile. */
  id: Scalars['ID']['output'];
  /** Delivered minus due, in days; below 0 is early. */
  lateness: Distribution;
  /** Days from one anchor of a line's life to another, over the lines received in the window. */
  leadTime: Distribution;
  /** Default: onTime.lastCommit@1, received on or before the last commit. */
  onTime: MetricValue;
  /** Whose facts the figures are made of: those of real sources or the simulator's, never both. */
  origin: DataOrigin;
  /** Default: otif.lastCommit@1. */
  otif: MetricValue;
  /** Recorded minus received at the source, in days. A receipt recorded before it was received is left out as RECORDED_BEFORE_RECEIVED. */
  recordedLag: Distribution;
  /** The figures over time. Every bucket of the window is there; a bucket without lines has nulls. */
  series: Array<SupplierPerformancePoint>;
  /** How many lines, orders and shipments, and their value. */
  volume: Volume;
  /** The days that the figure covers. */
  window: Window;
};


/** Delivery performance of the lines in a scope and window. */
export type SupplierPerformanceBreakdownArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  by: LineDimension;
  first: Scalars['Int']['input'];
};


/** Delivery performance of the lines in a scope and window. */
export type SupplierPerformanceBySupplierArgs = {
  first: Scalars['Int']['input'];
  orderBy: SupplierOrder;
};


/** Delivery performance of the lines in a scope and window. */
export type SupplierPerformanceLeadTimeArgs = {
  stage: LeadTimeStage;
};


/** Delivery performance of the lines in a scope and window. */
export type SupplierPerformanceOnTimeArgs = {
  definitionId?: InputMaybe<Scalars['ID']['input']>;
};


/** Delivery performance of the lines in a scope and window. */
export type SupplierPerformanceOtifArgs = {
  definitionId?: InputMaybe<Scalars['ID']['input']>;
};


/** Delivery performance of the lines in a scope and window. */
export type SupplierPerformanceSeriesArgs = {
  bucket: Bucket;
  stage: LeadTimeStage;
};

/** Delivery performance at a moment, or a mark of the stream. */
export type SupplierPerformanceChange = {
  __typename?: 'SupplierPerformanceChange';
  /** Everything that was visible up to here is in the figures. Null while they follow a bulk. */
  caughtUpTo?: Maybe<Scalars['DateTime']['output']>;
  /** Subscribe again after it when the connection was lost. It names the position of the log that the figures include. */
  cursor: Scalars['Cursor']['output'];
  /** When the platform sent it. */
  emittedAt: Scalars['DateTime']['output'];
  /** SNAPSHOT at the start, UPDATED when figures changed, HEARTBEAT when none did. */
  kind: ChangeKind;
  /** The figures; null on a HEARTBEAT. */
  performance?: Maybe<SupplierPerformance>;
  /** Cursor of the message before this one. Null on the first. */
  previousCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** Figures of one bucket of time. Lead time is over the lines received in it, on time over the lines due in it. */
export type SupplierPerformancePoint = {
  __typename?: 'SupplierPerformancePoint';
  /** Lines due in the bucket that count. */
  dueLines: Scalars['Int']['output'];
  /** Median lead time, in days; null without lines received. */
  leadTimeMedian?: Maybe<Scalars['Float']['output']>;
  /** Lines received in the bucket that have a lead time. */
  leadTimeN: Scalars['Int']['output'];
  /** Ninetieth percentile of lead time, in days; null with fewer than 10 lines. */
  leadTimeP90?: Maybe<Scalars['Float']['output']>;
  /** Percent of the lines due in the bucket that were on time; null without lines due. */
  onTimePercent?: Maybe<Scalars['Float']['output']>;
  /** First day of the bucket. */
  start: Scalars['Date']['output'];
};

/** One supplier with its main figures. */
export type SupplierPerformanceRow = {
  __typename?: 'SupplierPerformanceRow';
  /** Days from sending to receipt, over the lines received in the window. */
  leadTime: Distribution;
  /** Share of lines due in the window that were on time. */
  onTime: MetricValue;
  /** Whose figures they are. */
  supplier: Supplier;
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

/** How much there is. */
export type Volume = {
  __typename?: 'Volume';
  /** Order lines. */
  lines: Scalars['Int']['output'];
  /** Distinct order numbers. */
  orders: Scalars['Int']['output'];
  /** Distinct shipment numbers. */
  shipments: Scalars['Int']['output'];
  /** Value of the lines; null when they are in more than one currency. */
  value: MetricValue;
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
  Item: Item;
  ManufacturingSite: ManufacturingSite;
  PurchaseOrderLine: PurchaseOrderLine;
  Supplier: Supplier;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Item:
    ( { __typename: 'Item' }
    & GraphQLRecursivePick<FederationTypes['Item'], {"id":true}> );
  ManufacturingSite:
    ( { __typename: 'ManufacturingSite' }
    & GraphQLRecursivePick<FederationTypes['ManufacturingSite'], {"id":true}> );
  PurchaseOrderLine:
    ( { __typename: 'PurchaseOrderLine' }
    & GraphQLRecursivePick<FederationTypes['PurchaseOrderLine'], {"id":true}> );
  Supplier:
    ( { __typename: 'Supplier' }
    & ( GraphQLRecursivePick<FederationTypes['Supplier'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Supplier'], {"code":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Bucket: Bucket;
  ChangeKind: ChangeKind;
  ClockEvent: ClockEvent;
  Commit: ResolverTypeWrapper<Commit>;
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
  DefinitionComparison: ResolverTypeWrapper<DefinitionComparison>;
  DefinitionDifference: ResolverTypeWrapper<DefinitionDifference>;
  DefinitionDifferenceConnection: ResolverTypeWrapper<DefinitionDifferenceConnection>;
  DefinitionDifferenceEdge: ResolverTypeWrapper<DefinitionDifferenceEdge>;
  DefinitionParty: DefinitionParty;
  DefinitionResult: ResolverTypeWrapper<DefinitionResult>;
  DefinitionVerdict: ResolverTypeWrapper<DefinitionVerdict>;
  DifferenceCause: DifferenceCause;
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
  LeadTimeStage: LeadTimeStage;
  LineCondition: LineCondition;
  LineDimension: LineDimension;
  ManufacturingSite: ResolverTypeWrapper<ManufacturingSite>;
  MetricDefinition: ResolverTypeWrapper<MetricDefinition>;
  MetricGrain: MetricGrain;
  MetricUnit: MetricUnit;
  MetricValue: ResolverTypeWrapper<MetricValue>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoValueReason: NoValueReason;
  OrderBook: ResolverTypeWrapper<OrderBook>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialRule: PartialRule;
  Party: Party;
  PerformanceGroup: ResolverTypeWrapper<PerformanceGroup>;
  PerformanceGroupConnection: ResolverTypeWrapper<PerformanceGroupConnection>;
  PerformanceGroupEdge: ResolverTypeWrapper<PerformanceGroupEdge>;
  Plant: ResolverTypeWrapper<Plant>;
  PurchaseOrderLine: ResolverTypeWrapper<PurchaseOrderLine>;
  PurchaseOrderLineChange: ResolverTypeWrapper<PurchaseOrderLineChange>;
  PurchaseOrderLineConnection: ResolverTypeWrapper<PurchaseOrderLineConnection>;
  PurchaseOrderLineEdge: ResolverTypeWrapper<PurchaseOrderLineEdge>;
  PurchaseOrderLineEventInput: PurchaseOrderLineEventInput;
  PurchaseOrderLineFilter: PurchaseOrderLineFilter;
  PurchaseOrderLineInput: PurchaseOrderLineInput;
  PurchaseOrderLineMilestone: PurchaseOrderLineMilestone;
  PurchaseOrderLineOrder: PurchaseOrderLineOrder;
  PurchaseOrderLineStatus: PurchaseOrderLineStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RescheduleRule: RescheduleRule;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: ResolverTypeWrapper<SourceSystem>;
  Sourcing: Sourcing;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Supplier: ResolverTypeWrapper<Supplier>;
  SupplierConnection: ResolverTypeWrapper<SupplierConnection>;
  SupplierEdge: ResolverTypeWrapper<SupplierEdge>;
  SupplierFilter: SupplierFilter;
  SupplierInput: SupplierInput;
  SupplierOrder: SupplierOrder;
  SupplierPerformance: ResolverTypeWrapper<SupplierPerformance>;
  SupplierPerformanceChange: ResolverTypeWrapper<SupplierPerformanceChange>;
  SupplierPerformancePoint: ResolverTypeWrapper<SupplierPerformancePoint>;
  SupplierPerformanceRow: ResolverTypeWrapper<SupplierPerformanceRow>;
  SupplierTier: SupplierTier;
  UndeliveredRule: UndeliveredRule;
  UserError: ResolverTypeWrapper<UserError>;
  Volume: ResolverTypeWrapper<Volume>;
  Window: ResolverTypeWrapper<Window>;
  WindowBasis: WindowBasis;
  WindowInput: WindowInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Commit: Commit;
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
  DefinitionComparison: DefinitionComparison;
  DefinitionDifference: DefinitionDifference;
  DefinitionDifferenceConnection: DefinitionDifferenceConnection;
  DefinitionDifferenceEdge: DefinitionDifferenceEdge;
  DefinitionResult: DefinitionResult;
  DefinitionVerdict: DefinitionVerdict;
  Distribution: Distribution;
  Exclusion: Exclusion;
  ExternalId: ExternalId;
  ExternalIdInput: ExternalIdInput;
  FactResult: FactResult;
  FactsPayload: FactsPayload;
  Freshness: Freshness;
  Item: Item | FederationReferenceTypes['Item'];
  ManufacturingSite: ManufacturingSite | FederationReferenceTypes['ManufacturingSite'];
  MetricDefinition: MetricDefinition;
  MetricValue: MetricValue;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  OrderBook: OrderBook;
  PageInfo: PageInfo;
  PerformanceGroup: PerformanceGroup;
  PerformanceGroupConnection: PerformanceGroupConnection;
  PerformanceGroupEdge: PerformanceGroupEdge;
  Plant: Plant;
  PurchaseOrderLine: PurchaseOrderLine | FederationReferenceTypes['PurchaseOrderLine'];
  PurchaseOrderLineChange: PurchaseOrderLineChange;
  PurchaseOrderLineConnection: PurchaseOrderLineConnection;
  PurchaseOrderLineEdge: PurchaseOrderLineEdge;
  PurchaseOrderLineEventInput: PurchaseOrderLineEventInput;
  PurchaseOrderLineFilter: PurchaseOrderLineFilter;
  PurchaseOrderLineInput: PurchaseOrderLineInput;
  Query: Record<PropertyKey, never>;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: SourceSystem;
  Subscription: Record<PropertyKey, never>;
  Supplier: Supplier | FederationReferenceTypes['Supplier'];
  SupplierConnection: SupplierConnection;
  SupplierEdge: SupplierEdge;
  SupplierFilter: SupplierFilter;
  SupplierInput: SupplierInput;
  SupplierPerformance: SupplierPerformance;
  SupplierPerformanceChange: SupplierPerformanceChange;
  SupplierPerformancePoint: SupplierPerformancePoint;
  SupplierPerformanceRow: SupplierPerformanceRow;
  UserError: UserError;
  Volume: Volume;
  Window: Window;
  WindowInput: WindowInput;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  any: Array<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CommitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commit'] = ResolversParentTypes['Commit']> = {
  by?: Resolver<ResolversTypes['Party'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
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

export type DefinitionComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefinitionComparison'] = ResolversParentTypes['DefinitionComparison']> = {
  agreement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  differences?: Resolver<ResolversTypes['DefinitionDifferenceConnection'], ParentType, ContextType, RequireFields<DefinitionComparisonDifferencesArgs, 'first'>>;
  results?: Resolver<Array<ResolversTypes['DefinitionResult']>, ParentType, ContextType>;
};

export type DefinitionDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefinitionDifference'] = ResolversParentTypes['DefinitionDifference']> = {
  cause?: Resolver<ResolversTypes['DifferenceCause'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['PurchaseOrderLine'], ParentType, ContextType>;
  verdicts?: Resolver<Array<ResolversTypes['DefinitionVerdict']>, ParentType, ContextType>;
};

export type DefinitionDifferenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefinitionDifferenceConnection'] = ResolversParentTypes['DefinitionDifferenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DefinitionDifferenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DefinitionDifferenceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefinitionDifferenceEdge'] = ResolversParentTypes['DefinitionDifferenceEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DefinitionDifference'], ParentType, ContextType>;
};

export type DefinitionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefinitionResult'] = ResolversParentTypes['DefinitionResult']> = {
  definition?: Resolver<ResolversTypes['MetricDefinition'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
};

export type DefinitionVerdictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DefinitionVerdict'] = ResolversParentTypes['DefinitionVerdict']> = {
  definition?: Resolver<ResolversTypes['MetricDefinition'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

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

export type ItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Item'] = ResolversParentTypes['Item'], FederationReferenceType extends FederationReferenceTypes['Item'] = FederationReferenceTypes['Item']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Item']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leadTime?: Resolver<Maybe<ResolversTypes['Distribution']>, ParentType, ContextType, RequireFields<ItemLeadTimeArgs, 'stage'>>;
  openPurchaseOrderLines?: Resolver<Maybe<ResolversTypes['PurchaseOrderLineConnection']>, ParentType, ContextType, RequireFields<ItemOpenPurchaseOrderLinesArgs, 'first'>>;
};

export type ManufacturingSiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ManufacturingSite'] = ResolversParentTypes['ManufacturingSite'], FederationReferenceType extends FederationReferenceTypes['ManufacturingSite'] = FederationReferenceTypes['ManufacturingSite']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ManufacturingSite']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  onboardSuppliers?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationOnboardSuppliersArgs, 'inputs'>>;
  recordPurchaseOrderLineEvents?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationRecordPurchaseOrderLineEventsArgs, 'inputs'>>;
  sendPurchaseOrderLines?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationSendPurchaseOrderLinesArgs, 'inputs'>>;
};

export type OrderBookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderBook'] = ResolversParentTypes['OrderBook']> = {
  delivered?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  deliveredUnrecorded?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  deliveredUnrecordedValue?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  falselyOverdue?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  ordered?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DataOrigin'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PerformanceGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PerformanceGroup'] = ResolversParentTypes['PerformanceGroup']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lateness?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  leadTime?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType, RequireFields<PerformanceGroupLeadTimeArgs, 'stage'>>;
  onTime?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType, Partial<PerformanceGroupOnTimeArgs>>;
  otif?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType, Partial<PerformanceGroupOtifArgs>>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  recordedLag?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType>;
  volume?: Resolver<ResolversTypes['Volume'], ParentType, ContextType>;
};

export type PerformanceGroupConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PerformanceGroupConnection'] = ResolversParentTypes['PerformanceGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PerformanceGroupEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PerformanceGroupEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PerformanceGroupEdge'] = ResolversParentTypes['PerformanceGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PerformanceGroup'], ParentType, ContextType>;
};

export type PlantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plant'] = ResolversParentTypes['Plant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PurchaseOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLine'] = ResolversParentTypes['PurchaseOrderLine'], FederationReferenceType extends FederationReferenceTypes['PurchaseOrderLine'] = FederationReferenceTypes['PurchaseOrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PurchaseOrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  arrivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  arrivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  atStake?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  availableAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  availableOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cancelledBy?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  cancelledQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  commits?: Resolver<Array<ResolversTypes['Commit']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['LineCondition']>, ParentType, ContextType>;
  createdOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  currentCommitDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  destinationCountry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalIds?: Resolver<Array<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  finalDelivery?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firstReceivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstReceivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  handedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  handedOverOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  impactDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incoterm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType>;
  itemName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lineNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manufacturingSite?: Resolver<Maybe<ResolversTypes['ManufacturingSite']>, ParentType, ContextType>;
  openQuantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  orderNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  originalCommitDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  productGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  receiptRecordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receiptRecordedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  receivedQuantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  requestedDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  returnedQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  scheduleNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  shipmentMode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shippedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shippedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  simulated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sourcing?: Resolver<ResolversTypes['Sourcing'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PurchaseOrderLineStatus'], ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType>;
  supplyingPlant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  unitOfMeasure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PurchaseOrderLineChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineChange'] = ResolversParentTypes['PurchaseOrderLineChange']> = {
  caughtUpTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  emittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  previousCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PurchaseOrderLineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineConnection'] = ResolversParentTypes['PurchaseOrderLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PurchaseOrderLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PurchaseOrderLineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineEdge'] = ResolversParentTypes['PurchaseOrderLineEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PurchaseOrderLine'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  compareDefinitions?: Resolver<Maybe<ResolversTypes['DefinitionComparison']>, ParentType, ContextType, RequireFields<QueryCompareDefinitionsArgs, 'definitionIds'>>;
  metricDefinition?: Resolver<Maybe<ResolversTypes['MetricDefinition']>, ParentType, ContextType, RequireFields<QueryMetricDefinitionArgs, 'id'>>;
  metricDefinitions?: Resolver<Maybe<Array<ResolversTypes['MetricDefinition']>>, ParentType, ContextType, Partial<QueryMetricDefinitionsArgs>>;
  orderBook?: Resolver<Maybe<ResolversTypes['OrderBook']>, ParentType, ContextType, RequireFields<QueryOrderBookArgs, 'includeUndatedOrders' | 'knownBy'>>;
  purchaseOrderLine?: Resolver<Maybe<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType, Partial<QueryPurchaseOrderLineArgs>>;
  purchaseOrderLines?: Resolver<Maybe<ResolversTypes['PurchaseOrderLineConnection']>, ParentType, ContextType, RequireFields<QueryPurchaseOrderLinesArgs, 'first' | 'orderBy'>>;
  supplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType, Partial<QuerySupplierArgs>>;
  supplierPerformance?: Resolver<Maybe<ResolversTypes['SupplierPerformance']>, ParentType, ContextType, RequireFields<QuerySupplierPerformanceArgs, 'knownBy'>>;
  suppliers?: Resolver<Maybe<ResolversTypes['SupplierConnection']>, ParentType, ContextType, RequireFields<QuerySuppliersArgs, 'first' | 'orderBy'>>;
};

export type SourceSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceSystem'] = ResolversParentTypes['SourceSystem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  purchaseOrderLineChanged?: SubscriptionResolver<ResolversTypes['PurchaseOrderLineChange'], "purchaseOrderLineChanged", ParentType, ContextType, Partial<SubscriptionPurchaseOrderLineChangedArgs>>;
  supplierPerformanceChanged?: SubscriptionResolver<ResolversTypes['SupplierPerformanceChange'], "supplierPerformanceChanged", ParentType, ContextType, Partial<SubscriptionSupplierPerformanceChangedArgs>>;
};

export type SupplierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Supplier'] = ResolversParentTypes['Supplier'], FederationReferenceType extends FederationReferenceTypes['Supplier'] = FederationReferenceTypes['Supplier']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Supplier']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalIds?: Resolver<Array<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leadTime?: Resolver<Maybe<ResolversTypes['Distribution']>, ParentType, ContextType, RequireFields<SupplierLeadTimeArgs, 'stage'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onTime?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType, Partial<SupplierOnTimeArgs>>;
  otif?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType, Partial<SupplierOtifArgs>>;
  purchaseOrderLines?: Resolver<ResolversTypes['PurchaseOrderLineConnection'], ParentType, ContextType, RequireFields<SupplierPurchaseOrderLinesArgs, 'first'>>;
  simulated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['SupplierTier'], ParentType, ContextType>;
};

export type SupplierConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierConnection'] = ResolversParentTypes['SupplierConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SupplierEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupplierEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierEdge'] = ResolversParentTypes['SupplierEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Supplier'], ParentType, ContextType>;
};

export type SupplierPerformanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierPerformance'] = ResolversParentTypes['SupplierPerformance']> = {
  breakdown?: Resolver<ResolversTypes['PerformanceGroupConnection'], ParentType, ContextType, RequireFields<SupplierPerformanceBreakdownArgs, 'by' | 'first'>>;
  bySupplier?: Resolver<Array<ResolversTypes['SupplierPerformanceRow']>, ParentType, ContextType, RequireFields<SupplierPerformanceBySupplierArgs, 'first' | 'orderBy'>>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lateness?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  leadTime?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType, RequireFields<SupplierPerformanceLeadTimeArgs, 'stage'>>;
  onTime?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType, Partial<SupplierPerformanceOnTimeArgs>>;
  origin?: Resolver<ResolversTypes['DataOrigin'], ParentType, ContextType>;
  otif?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType, Partial<SupplierPerformanceOtifArgs>>;
  recordedLag?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['SupplierPerformancePoint']>, ParentType, ContextType, RequireFields<SupplierPerformanceSeriesArgs, 'bucket' | 'stage'>>;
  volume?: Resolver<ResolversTypes['Volume'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Window'], ParentType, ContextType>;
};

export type SupplierPerformanceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierPerformanceChange'] = ResolversParentTypes['SupplierPerformanceChange']> = {
  caughtUpTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  emittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['SupplierPerformance']>, ParentType, ContextType>;
  previousCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type SupplierPerformancePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierPerformancePoint'] = ResolversParentTypes['SupplierPerformancePoint']> = {
  dueLines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leadTimeMedian?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  leadTimeN?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leadTimeP90?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  onTimePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type SupplierPerformanceRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplierPerformanceRow'] = ResolversParentTypes['SupplierPerformanceRow']> = {
  leadTime?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  onTime?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  supplier?: Resolver<ResolversTypes['Supplier'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  docsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VolumeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Volume'] = ResolversParentTypes['Volume']> = {
  lines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shipments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
};

export type WindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Window'] = ResolversParentTypes['Window']> = {
  basis?: Resolver<ResolversTypes['WindowBasis'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Commit?: CommitResolvers<ContextType>;
  Contribution?: ContributionResolvers<ContextType>;
  ContributionConnection?: ContributionConnectionResolvers<ContextType>;
  ContributionEdge?: ContributionEdgeResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DefinitionComparison?: DefinitionComparisonResolvers<ContextType>;
  DefinitionDifference?: DefinitionDifferenceResolvers<ContextType>;
  DefinitionDifferenceConnection?: DefinitionDifferenceConnectionResolvers<ContextType>;
  DefinitionDifferenceEdge?: DefinitionDifferenceEdgeResolvers<ContextType>;
  DefinitionResult?: DefinitionResultResolvers<ContextType>;
  DefinitionVerdict?: DefinitionVerdictResolvers<ContextType>;
  Distribution?: DistributionResolvers<ContextType>;
  Exclusion?: ExclusionResolvers<ContextType>;
  ExternalId?: ExternalIdResolvers<ContextType>;
  FactResult?: FactResultResolvers<ContextType>;
  FactsPayload?: FactsPayloadResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  Item?: ItemResolvers<ContextType>;
  ManufacturingSite?: ManufacturingSiteResolvers<ContextType>;
  MetricDefinition?: MetricDefinitionResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OrderBook?: OrderBookResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PerformanceGroup?: PerformanceGroupResolvers<ContextType>;
  PerformanceGroupConnection?: PerformanceGroupConnectionResolvers<ContextType>;
  PerformanceGroupEdge?: PerformanceGroupEdgeResolvers<ContextType>;
  Plant?: PlantResolvers<ContextType>;
  PurchaseOrderLine?: PurchaseOrderLineResolvers<ContextType>;
  PurchaseOrderLineChange?: PurchaseOrderLineChangeResolvers<ContextType>;
  PurchaseOrderLineConnection?: PurchaseOrderLineConnectionResolvers<ContextType>;
  PurchaseOrderLineEdge?: PurchaseOrderLineEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SourceSystem?: SourceSystemResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Supplier?: SupplierResolvers<ContextType>;
  SupplierConnection?: SupplierConnectionResolvers<ContextType>;
  SupplierEdge?: SupplierEdgeResolvers<ContextType>;
  SupplierPerformance?: SupplierPerformanceResolvers<ContextType>;
  SupplierPerformanceChange?: SupplierPerformanceChangeResolvers<ContextType>;
  SupplierPerformancePoint?: SupplierPerformancePointResolvers<ContextType>;
  SupplierPerformanceRow?: SupplierPerformanceRowResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Volume?: VolumeResolvers<ContextType>;
  Window?: WindowResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
