import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { InspectionLotModel, QualityPerformanceModel, QualityRowModel, PlantQualityRowModel, SupplierModel, ItemModel, LotModel, PurchaseOrderLineModel } from '../models';
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

/** What becomes of goods that were not accepted. */
export type Disposition =
  /** Sent back to the supplier. */
  | 'RETURN'
  /** Brought into order by us. */
  | 'REWORK'
  /** Thrown away. */
  | 'SCRAP'
  /** Looked through one by one; the good ones are used. */
  | 'SORT'
  /** Used as they are, by a concession. */
  | 'USE_AS_IS';

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

/** What was decided about a lot. */
export type InspectionDecision =
  /** All of it is good. */
  | 'ACCEPTED'
  /** Part of it is taken. */
  | 'PARTIALLY_ACCEPTED'
  /** None of it is taken. */
  | 'REJECTED'
  /** Taken without an inspection, by a rule that allows it. */
  | 'SKIPPED';

/** What happened to a lot. */
export type InspectionEvent =
  /** Done. */
  | 'CLOSED'
  /** The lot was opened. */
  | 'CREATED'
  /** The lot was decided on: decision is required. */
  | 'DECIDED'
  /** What becomes of the goods was settled: disposition is required. */
  | 'DISPOSITIONED'
  /** Taken up again after it was closed: reason is required. */
  | 'REOPENED'
  /** Results are in: defectives of the sample, or of the whole lot after sorting. */
  | 'RESULTS_RECORDED'
  /** A sample was drawn. */
  | 'SAMPLED'
  /** The inspection began. */
  | 'STARTED';

/** One thing that happened to one lot. */
export type InspectionInput = {
  /** PARTIALLY_ACCEPTED needs this or rejectedQuantity; both together are the quantity of the lot. */
  acceptedQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Required with DECIDED, refused with anything else. */
  decision?: InputMaybe<InspectionDecision>;
  /** Defective units found when the whole lot was sorted. */
  defectiveAfterSort?: InputMaybe<Scalars['Decimal']['input']>;
  /** Defective units found in the sample. */
  defectiveInSample?: InputMaybe<Scalars['Decimal']['input']>;
  /** What becomes of the goods; with DECIDED or DISPOSITIONED. */
  disposition?: InputMaybe<Disposition>;
  /** What happened. */
  event: InspectionEvent;
  /** More names by which outside systems know the lot. */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  /** The receipt that it inspects, by a name given in postGoodsReceipts.externalIds, or by type goodsReceipt and the idempotency key of the receipt. A receipt not yet known parks the fact until it is. */
  goodsReceipt?: InputMaybe<ExternalIdInput>;
  /** How the quality system names the lot. */
  inspectionLot: ExternalIdInput;
  /** Our lot number, when the goods are kept by lot. */
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** Quantity of the lot, above 0. Default: what was received. */
  lotQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** As the quality system numbers the lot. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Where it is inspected; default: where the goods were received. */
  plantCode?: InputMaybe<Scalars['String']['input']>;
  /** How the source of the order names the line; needed only for a lot without a receipt. */
  purchaseOrderLine?: InputMaybe<ExternalIdInput>;
  /** Why, in words. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** PARTIALLY_ACCEPTED needs this or acceptedQuantity; both together are the quantity of the lot. */
  rejectedQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Units in the sample, 1 or more. */
  sampleSize?: InputMaybe<Scalars['Int']['input']>;
  /** Stock keeping unit; needed only for a lot without an order line. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** Default: RECEIVING. */
  stage?: InputMaybe<InspectionStage>;
  /** Our code of the supplier; needed only for a lot without an order line. */
  supplierCode?: InputMaybe<Scalars['String']['input']>;
  /** The supplier's lot number. */
  supplierLotNumber?: InputMaybe<Scalars['String']['input']>;
  /** Unit of every quantity of this fact, UN/ECE Rec 20: the one received, or the item's base unit, in which the lot is counted. Default: the unit received, or else the order unit. */
  unitOfMeasure?: InputMaybe<Scalars['String']['input']>;
};

/** Goods that are inspected together and decided on together, as the facts about them tell. */
export type InspectionLot = {
  __typename?: 'InspectionLot';
  /** Accepted, in unitOfMeasure; null before the decision, and for a lot that was skipped. */
  acceptedQuantity?: Maybe<Scalars['Decimal']['output']>;
  /** False for bulk units such as kg or l: they take no part in PPM. */
  countable: Scalars['Boolean']['output'];
  /** When the lot was opened, with offset. Where its source knew only the day: the begin of that day in UTC; createdOn is then what is known. */
  createdAt: Scalars['DateTime']['output'];
  /** Day on which the lot was opened, at the site. */
  createdOn: Scalars['Date']['output'];
  /** When it was decided on, with offset; null before the decision, and when only the day is known. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Day on which it was decided on; null before the decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Kept after status has moved on. */
  decision?: Maybe<InspectionDecision>;
  /** Defectives after sorting the whole lot; null while not sorted: SORTED. */
  defectiveAfterSort?: Maybe<Scalars['Decimal']['output']>;
  /** Defectives found in the sample: FOUND. */
  defectiveInSample?: Maybe<Scalars['Decimal']['output']>;
  /** Quantity that the receipt brought, in unitOfMeasure: what defects per million delivered are divided by. Null while no receipt is known. */
  deliveredQuantity?: Maybe<Scalars['Decimal']['output']>;
  /** What becomes of goods that were not accepted; null while nobody has said. */
  disposition?: Maybe<Disposition>;
  /** The names by which outside systems know this lot. */
  externalIds: Array<ExternalId>;
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  id: Scalars['ID']['output'];
  /** What is inspected; null while no source tells. */
  item?: Maybe<Item>;
  /** The lot of stock; null when the goods are not kept by lot. */
  lot?: Maybe<Lot>;
  /** Quantity of the lot, in unitOfMeasure. */
  lotQuantity: Scalars['Decimal']['output'];
  /** As the quality system numbers it; until it has, made of the order and the receipt. */
  number: Scalars['String']['output'];
  /** Where it is inspected; null while no source tells. */
  plant?: Maybe<Plant>;
  /** The order line that brought the goods; null when none did, or it is not known. */
  purchaseOrderLine?: Maybe<PurchaseOrderLine>;
  /** Why it was decided or reopened, in words; null when nobody said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Not accepted, in unitOfMeasure; null before the decision, and for a lot that was skipped. */
  rejectedQuantity?: Maybe<Scalars['Decimal']['output']>;
  /** Units in the sample; null while none was drawn. */
  sampleSize?: Maybe<Scalars['Int']['output']>;
  /** True when the simulator told of it: no such goods exist. */
  simulated: Scalars['Boolean']['output'];
  /** Where in the life of the goods they are inspected. */
  stage: InspectionStage;
  /** How far the inspection has come. */
  status: InspectionLotStatus;
  /** Who delivered; null for goods of our own. */
  supplier?: Maybe<Supplier>;
  /** The supplier's lot number; null when it is not known. */
  supplierLotNumber?: Maybe<Scalars['String']['output']>;
  /** Unit of every quantity of the lot, UN/ECE Rec 20: the item's base unit where it is known, else the unit received. */
  unitOfMeasure: Scalars['String']['output'];
  /** Grows by one with every fact about the lot. */
  version: Scalars['Int']['output'];
};

/** One change of an inspection lot, or a mark of the stream. */
export type InspectionLotChange = {
  __typename?: 'InspectionLotChange';
  /** Everything that was visible up to here has been sent. Null in the midst of a burst. */
  caughtUpTo?: Maybe<Scalars['DateTime']['output']>;
  /** Subscribe again after it to go on behind this message. Keep that of every message, marks as well. */
  cursor: Scalars['Cursor']['output'];
  /** When the platform sent it. */
  emittedAt: Scalars['DateTime']['output'];
  /** Name of the business event, e.g. quality.inspectionLot.decided; null on marks. */
  event?: Maybe<Scalars['String']['output']>;
  /** What happened, or that nothing did (HEARTBEAT). */
  kind: ChangeKind;
  /** The lot as it is now; null on marks, and when you may not see it any more. */
  lot?: Maybe<InspectionLot>;
  /** When it happened, as the source wrote it; null when the source knows only the day, and on marks. */
  occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Cursor of the message before this one: equal to the one you had last, you have missed nothing. Null on the first. */
  previousCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** One page of a list: inspection lots. */
export type InspectionLotConnection = {
  __typename?: 'InspectionLotConnection';
  edges: Array<InspectionLotEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type InspectionLotEdge = {
  __typename?: 'InspectionLotEdge';
  cursor: Scalars['Cursor']['output'];
  node: InspectionLot;
};

/** Which inspection lots to list. */
export type InspectionLotFilter = {
  /** Opened on or after. */
  createdFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Opened on or before. */
  createdTo?: InputMaybe<Scalars['Date']['input']>;
  /** Only lots decided like this. */
  decisions?: InputMaybe<Array<InspectionDecision>>;
  /** Only these items. Left out: all. */
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only lots that real sources told of, or only the simulator's. Left out: both. */
  origin?: InputMaybe<DataOrigin>;
  /** Only these plants. Left out: every one the caller may see. */
  plantIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only lots that stand here. */
  statuses?: InputMaybe<Array<InspectionLotStatus>>;
  /** Only these suppliers. Left out: every one the caller may see. */
  supplierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** In which order inspection lots are listed. */
export type InspectionLotOrder =
  /** Opened last first. */
  | 'CREATED_DESC'
  /** Most defective units first: those after sorting, or else those found in the sample; lots without results last. */
  | 'DEFECTS_DESC';

/** How far an inspection has come. */
export type InspectionLotStatus =
  /** The receipt was reversed before anything was decided: there are no goods to inspect. */
  | 'CANCELLED'
  /** Done. */
  | 'CLOSED'
  /** Opened; nobody has looked yet. */
  | 'CREATED'
  /** Decided on. */
  | 'DECIDED'
  /** What becomes of the goods is settled. */
  | 'DISPOSITIONED'
  /** Being inspected. */
  | 'IN_PROGRESS'
  /** Taken up again after it was closed; to be decided anew. */
  | 'REOPENED'
  /** All results are in; the decision is open. */
  | 'RESULTS_COMPLETE'
  /** A sample was drawn. */
  | 'SAMPLED';

/** Where in the life of goods they are inspected. */
export type InspectionStage =
  /** At the supplier, while it produces. */
  | 'DURING_PRODUCTION'
  /** The finished product, before it leaves us. */
  | 'FINAL'
  /** In our own production. */
  | 'IN_PROCESS'
  /** At the supplier, before production begins. */
  | 'PRE_PRODUCTION'
  /** At the supplier, before the goods leave. */
  | 'PRE_SHIPMENT'
  /** At our site, when the goods come in. */
  | 'RECEIVING';

export type Item = {
  __typename?: 'Item';
  /** Defective parts of this item per million delivered, under a named counting convention (default defectRate.found@1: found in samples). */
  defectRate?: Maybe<MetricValue>;
  id: Scalars['ID']['output'];
};


export type ItemDefectRateArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  definitionId?: InputMaybe<Scalars['ID']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  window?: InputMaybe<WindowInput>;
};

/** What the books knew: SOURCE compares recordedAt (the source committed it), PLATFORM compares visibleAt (readable here). */
export type KnowledgeBasis =
  /** What could be read on this platform. */
  | 'PLATFORM'
  /** What the source's own books held. */
  | 'SOURCE';

export type Lot = {
  __typename?: 'Lot';
  id: Scalars['ID']['output'];
  /** Inspections of this lot of stock; newest first. */
  inspectionLots?: Maybe<Array<InspectionLot>>;
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
  /** The door for inspections. A receipt of goods has opened their lot already, so CREATED is needed only for lots without one. One bad fact never stops the others. */
  recordInspections?: Maybe<FactsPayload>;
};


export type MutationRecordInspectionsArgs = {
  inputs: Array<InspectionInput>;
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
};

/** One plant with its figures. */
export type PlantQualityRow = {
  __typename?: 'PlantQualityRow';
  /** Defective units found in samples per million delivered. */
  defectRate: MetricValue;
  /** Share of inspected lots that were not accepted as a whole. */
  lotRejectionRate: MetricValue;
  /** Whose figures they are; null for goods of which no source says where they came in. */
  plant?: Maybe<Plant>;
};

export type PurchaseOrderLine = {
  __typename?: 'PurchaseOrderLine';
  id: Scalars['ID']['output'];
  /** Lots in which the goods of this line were, or are to be, inspected; newest first. */
  inspectionLots?: Maybe<Array<InspectionLot>>;
};

/** In which order suppliers are listed by quality. */
export type QualityOrder =
  /** Most defective units found first; suppliers without any last. */
  | 'DEFECTS_DESC'
  /** Highest defect rate first; suppliers without one last. */
  | 'DEFECT_RATE_DESC';

/** Defects and rejected lots of a scope and window. */
export type QualityPerformance = {
  __typename?: 'QualityPerformance';
  /** The figures of each plant, most units delivered first. */
  byPlant: Array<PlantQualityRow>;
  /** The figures of each supplier with goods in the window. */
  bySupplier: Array<QualityRow>;
  /** Default: defectRate.found@1, defective units found in samples per million delivered. */
  defectRate: MetricValue;
  /** How old this is, against what its sources promise. */
  freshness: Freshness;
  /** Canonical arguments, so that a pushed figure finds its tile. */
  id: Scalars['ID']['output'];
  /** Share of inspected lots that were not accepted as a whole. */
  lotRejectionRate: MetricValue;
  /** Whose facts the figures are over: real sources' or the simulator's, never both. */
  origin: DataOrigin;
  /** The figures over time. Every bucket of the window is there; a bucket without deliveries has nulls. */
  series: Array<QualityPoint>;
  /** The days that the figure covers. */
  window: Window;
};


/** Defects and rejected lots of a scope and window. */
export type QualityPerformanceBySupplierArgs = {
  first: Scalars['Int']['input'];
  orderBy: QualityOrder;
};


/** Defects and rejected lots of a scope and window. */
export type QualityPerformanceDefectRateArgs = {
  definitionId?: InputMaybe<Scalars['ID']['input']>;
};


/** Defects and rejected lots of a scope and window. */
export type QualityPerformanceSeriesArgs = {
  bucket: Bucket;
};

/** Figures about defects at a moment, or a mark of the stream. */
export type QualityPerformanceChange = {
  __typename?: 'QualityPerformanceChange';
  /** Everything that was visible up to here is in the figures. Null while they follow a bulk. */
  caughtUpTo?: Maybe<Scalars['DateTime']['output']>;
  /** Subscribe again after it when the connection was lost. It names how far in the log the figures go. */
  cursor: Scalars['Cursor']['output'];
  /** When the platform sent it. */
  emittedAt: Scalars['DateTime']['output'];
  /** SNAPSHOT at the start, UPDATED when figures changed, HEARTBEAT when none did. */
  kind: ChangeKind;
  /** The figures; null on a HEARTBEAT. */
  performance?: Maybe<QualityPerformance>;
  /** Cursor of the message before this one. Null on the first. */
  previousCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** Figures of one bucket of time, under the default definition. */
export type QualityPoint = {
  __typename?: 'QualityPoint';
  /** Defective units found in samples per million delivered; null when nothing was delivered, or nothing of it was inspected. */
  defectPpm?: Maybe<Scalars['Float']['output']>;
  /** Defective units found in samples. */
  defectiveQuantity: Scalars['Decimal']['output'];
  /** Units delivered in the bucket; bulk units take no part. */
  deliveredQuantity: Scalars['Decimal']['output'];
  /** Lots of the bucket of which a sample was inspected; bulk units take no part. */
  inspected: Scalars['Int']['output'];
  /** First day of the bucket. */
  start: Scalars['Date']['output'];
};

/** One supplier with its figures. */
export type QualityRow = {
  __typename?: 'QualityRow';
  /** Defective units found in samples per million delivered. */
  defectRate: MetricValue;
  /** Share of inspected lots that were not accepted as a whole. */
  lotRejectionRate: MetricValue;
  /** Whose figures they are; null for goods of our own. */
  supplier?: Maybe<Supplier>;
};

export type Query = {
  __typename?: 'Query';
  /** One inspection lot. */
  inspectionLot?: Maybe<InspectionLot>;
  /** The inspection lots the caller may see. */
  inspectionLots?: Maybe<InspectionLotConnection>;
  /** Defects and rejected lots over a scope. */
  qualityPerformance?: Maybe<QualityPerformance>;
};


export type QueryInspectionLotArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInspectionLotsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<InspectionLotFilter>;
  first: Scalars['Int']['input'];
  orderBy: InspectionLotOrder;
};


export type QueryQualityPerformanceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  knownBy: KnowledgeBasis;
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
  /** Inspection lots as they change: every event of a lot in the answer is one message, once. Resumes after a cursor without a gap; left out, it begins now, with a SNAPSHOT mark. */
  inspectionLotChanged: InspectionLotChange;
  /** Figures about defects, read anew after changes that touch the scope, at most four times a second. Resumed, it begins with the present figure. */
  qualityPerformanceChanged: QualityPerformanceChange;
};


export type SubscriptionInspectionLotChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<InspectionLotFilter>;
};


export type SubscriptionQualityPerformanceChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  scope?: InputMaybe<ScopeInput>;
  window?: InputMaybe<WindowInput>;
};

export type Supplier = {
  __typename?: 'Supplier';
  /** Defective parts per million delivered, under a named counting convention (default defectRate.found@1: found in samples). */
  defectRate?: Maybe<MetricValue>;
  id: Scalars['ID']['output'];
  /** Share of this supplier's inspected lots that were not accepted as a whole. */
  lotRejectionRate?: Maybe<MetricValue>;
};


export type SupplierDefectRateArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  definitionId?: InputMaybe<Scalars['ID']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  window?: InputMaybe<WindowInput>;
};


export type SupplierLotRejectionRateArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  window?: InputMaybe<WindowInput>;
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
  InspectionLot: InspectionLot;
  Item: Item;
  Lot: Lot;
  PurchaseOrderLine: PurchaseOrderLine;
  Supplier: Supplier;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  InspectionLot:
    ( { __typename: 'InspectionLot' }
    & GraphQLRecursivePick<FederationTypes['InspectionLot'], {"id":true}> );
  Item:
    ( { __typename: 'Item' }
    & GraphQLRecursivePick<FederationTypes['Item'], {"id":true}> );
  Lot:
    ( { __typename: 'Lot' }
    & GraphQLRecursivePick<FederationTypes['Lot'], {"id":true}> );
  PurchaseOrderLine:
    ( { __typename: 'PurchaseOrderLine' }
    & GraphQLRecursivePick<FederationTypes['PurchaseOrderLine'], {"id":true}> );
  Supplier:
    ( { __typename: 'Supplier' }
    & GraphQLRecursivePick<FederationTypes['Supplier'], {"id":true}> );
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
  Disposition: Disposition;
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
  InspectionDecision: InspectionDecision;
  InspectionEvent: InspectionEvent;
  InspectionInput: InspectionInput;
  InspectionLot: ResolverTypeWrapper<InspectionLotModel>;
  InspectionLotChange: ResolverTypeWrapper<Omit<InspectionLotChange, 'lot'> & { lot?: Maybe<ResolversTypes['InspectionLot']> }>;
  InspectionLotConnection: ResolverTypeWrapper<Omit<InspectionLotConnection, 'edges'> & { edges: Array<ResolversTypes['InspectionLotEdge']> }>;
  InspectionLotEdge: ResolverTypeWrapper<Omit<InspectionLotEdge, 'node'> & { node: ResolversTypes['InspectionLot'] }>;
  InspectionLotFilter: InspectionLotFilter;
  InspectionLotOrder: InspectionLotOrder;
  InspectionLotStatus: InspectionLotStatus;
  InspectionStage: InspectionStage;
  Item: ResolverTypeWrapper<ItemModel>;
  KnowledgeBasis: KnowledgeBasis;
  Lot: ResolverTypeWrapper<LotModel>;
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
  PlantQualityRow: ResolverTypeWrapper<PlantQualityRowModel>;
  PurchaseOrderLine: ResolverTypeWrapper<PurchaseOrderLineModel>;
  QualityOrder: QualityOrder;
  QualityPerformance: ResolverTypeWrapper<QualityPerformanceModel>;
  QualityPerformanceChange: ResolverTypeWrapper<Omit<QualityPerformanceChange, 'performance'> & { performance?: Maybe<ResolversTypes['QualityPerformance']> }>;
  QualityPoint: ResolverTypeWrapper<QualityPoint>;
  QualityRow: ResolverTypeWrapper<QualityRowModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RescheduleRule: RescheduleRule;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: ResolverTypeWrapper<SourceSystem>;
  Sourcing: Sourcing;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Supplier: ResolverTypeWrapper<SupplierModel>;
  SupplierTier: SupplierTier;
  UndeliveredRule: UndeliveredRule;
  UserError: ResolverTypeWrapper<UserError>;
  Window: ResolverTypeWrapper<Window>;
  WindowBasis: WindowBasis;
  WindowInput: WindowInput;
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
  InspectionInput: InspectionInput;
  InspectionLot: InspectionLotModel;
  InspectionLotChange: Omit<InspectionLotChange, 'lot'> & { lot?: Maybe<ResolversParentTypes['InspectionLot']> };
  InspectionLotConnection: Omit<InspectionLotConnection, 'edges'> & { edges: Array<ResolversParentTypes['InspectionLotEdge']> };
  InspectionLotEdge: Omit<InspectionLotEdge, 'node'> & { node: ResolversParentTypes['InspectionLot'] };
  InspectionLotFilter: InspectionLotFilter;
  Item: ItemModel;
  Lot: LotModel;
  MetricDefinition: MetricDefinition;
  MetricValue: MetricValue;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Plant: Plant;
  PlantQualityRow: PlantQualityRowModel;
  PurchaseOrderLine: PurchaseOrderLineModel;
  QualityPerformance: QualityPerformanceModel;
  QualityPerformanceChange: Omit<QualityPerformanceChange, 'performance'> & { performance?: Maybe<ResolversParentTypes['QualityPerformance']> };
  QualityPoint: QualityPoint;
  QualityRow: QualityRowModel;
  Query: Record<PropertyKey, never>;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: SourceSystem;
  Subscription: Record<PropertyKey, never>;
  Supplier: SupplierModel;
  UserError: UserError;
  Window: Window;
  WindowInput: WindowInput;
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

export type InspectionLotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionLot'] = ResolversParentTypes['InspectionLot'], FederationReferenceType extends FederationReferenceTypes['InspectionLot'] = FederationReferenceTypes['InspectionLot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InspectionLot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptedQuantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  countable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['InspectionDecision']>, ParentType, ContextType>;
  defectiveAfterSort?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  defectiveInSample?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  deliveredQuantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  disposition?: Resolver<Maybe<ResolversTypes['Disposition']>, ParentType, ContextType>;
  externalIds?: Resolver<Array<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  lotQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  purchaseOrderLine?: Resolver<Maybe<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rejectedQuantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sampleSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  simulated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['InspectionStage'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InspectionLotStatus'], ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType>;
  supplierLotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitOfMeasure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InspectionLotChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionLotChange'] = ResolversParentTypes['InspectionLotChange']> = {
  caughtUpTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  emittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['InspectionLot']>, ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  previousCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type InspectionLotConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionLotConnection'] = ResolversParentTypes['InspectionLotConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InspectionLotEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InspectionLotEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionLotEdge'] = ResolversParentTypes['InspectionLotEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InspectionLot'], ParentType, ContextType>;
};

export type ItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Item'] = ResolversParentTypes['Item'], FederationReferenceType extends FederationReferenceTypes['Item'] = FederationReferenceTypes['Item']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Item']> | FederationReferenceType, FederationReferenceType, ContextType>;
  defectRate?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType, Partial<ItemDefectRateArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot'], FederationReferenceType extends FederationReferenceTypes['Lot'] = FederationReferenceTypes['Lot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Lot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspectionLots?: Resolver<Maybe<Array<ResolversTypes['InspectionLot']>>, ParentType, ContextType>;
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
  recordInspections?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationRecordInspectionsArgs, 'inputs'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plant'] = ResolversParentTypes['Plant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PlantQualityRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlantQualityRow'] = ResolversParentTypes['PlantQualityRow']> = {
  defectRate?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  lotRejectionRate?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
};

export type PurchaseOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLine'] = ResolversParentTypes['PurchaseOrderLine'], FederationReferenceType extends FederationReferenceTypes['PurchaseOrderLine'] = FederationReferenceTypes['PurchaseOrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PurchaseOrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspectionLots?: Resolver<Maybe<Array<ResolversTypes['InspectionLot']>>, ParentType, ContextType>;
};

export type QualityPerformanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QualityPerformance'] = ResolversParentTypes['QualityPerformance']> = {
  byPlant?: Resolver<Array<ResolversTypes['PlantQualityRow']>, ParentType, ContextType>;
  bySupplier?: Resolver<Array<ResolversTypes['QualityRow']>, ParentType, ContextType, RequireFields<QualityPerformanceBySupplierArgs, 'first' | 'orderBy'>>;
  defectRate?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType, Partial<QualityPerformanceDefectRateArgs>>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lotRejectionRate?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DataOrigin'], ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['QualityPoint']>, ParentType, ContextType, RequireFields<QualityPerformanceSeriesArgs, 'bucket'>>;
  window?: Resolver<ResolversTypes['Window'], ParentType, ContextType>;
};

export type QualityPerformanceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QualityPerformanceChange'] = ResolversParentTypes['QualityPerformanceChange']> = {
  caughtUpTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  emittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['QualityPerformance']>, ParentType, ContextType>;
  previousCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type QualityPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QualityPoint'] = ResolversParentTypes['QualityPoint']> = {
  defectPpm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  defectiveQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  deliveredQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  inspected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type QualityRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QualityRow'] = ResolversParentTypes['QualityRow']> = {
  defectRate?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  lotRejectionRate?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  inspectionLot?: Resolver<Maybe<ResolversTypes['InspectionLot']>, ParentType, ContextType, RequireFields<QueryInspectionLotArgs, 'id'>>;
  inspectionLots?: Resolver<Maybe<ResolversTypes['InspectionLotConnection']>, ParentType, ContextType, RequireFields<QueryInspectionLotsArgs, 'first' | 'orderBy'>>;
  qualityPerformance?: Resolver<Maybe<ResolversTypes['QualityPerformance']>, ParentType, ContextType, RequireFields<QueryQualityPerformanceArgs, 'knownBy'>>;
};

export type SourceSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceSystem'] = ResolversParentTypes['SourceSystem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  inspectionLotChanged?: SubscriptionResolver<ResolversTypes['InspectionLotChange'], "inspectionLotChanged", ParentType, ContextType, Partial<SubscriptionInspectionLotChangedArgs>>;
  qualityPerformanceChanged?: SubscriptionResolver<ResolversTypes['QualityPerformanceChange'], "qualityPerformanceChanged", ParentType, ContextType, Partial<SubscriptionQualityPerformanceChangedArgs>>;
};

export type SupplierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Supplier'] = ResolversParentTypes['Supplier'], FederationReferenceType extends FederationReferenceTypes['Supplier'] = FederationReferenceTypes['Supplier']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Supplier']> | FederationReferenceType, FederationReferenceType, ContextType>;
  defectRate?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType, Partial<SupplierDefectRateArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lotRejectionRate?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType, Partial<SupplierLotRejectionRateArgs>>;
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
  InspectionLot?: InspectionLotResolvers<ContextType>;
  InspectionLotChange?: InspectionLotChangeResolvers<ContextType>;
  InspectionLotConnection?: InspectionLotConnectionResolvers<ContextType>;
  InspectionLotEdge?: InspectionLotEdgeResolvers<ContextType>;
  Item?: ItemResolvers<ContextType>;
  Lot?: LotResolvers<ContextType>;
  MetricDefinition?: MetricDefinitionResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Plant?: PlantResolvers<ContextType>;
  PlantQualityRow?: PlantQualityRowResolvers<ContextType>;
  PurchaseOrderLine?: PurchaseOrderLineResolvers<ContextType>;
  QualityPerformance?: QualityPerformanceResolvers<ContextType>;
  QualityPerformanceChange?: QualityPerformanceChangeResolvers<ContextType>;
  QualityPoint?: QualityPointResolvers<ContextType>;
  QualityRow?: QualityRowResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SourceSystem?: SourceSystemResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Supplier?: SupplierResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Window?: WindowResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
