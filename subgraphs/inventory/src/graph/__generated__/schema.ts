import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GoodsReceiptModel, ItemModel, PlantModel, LotModel, StockPositionModel, StockPositionConnectionModel, PurchaseOrderLineModel, SupplierModel } from '../models';
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

/** Goods taken in at a site, as the source keyed it. */
export type GoodsReceipt = {
  __typename?: 'GoodsReceipt';
  /** The quantity in the item's base unit, as it is in stock; null when it is not in stock. */
  baseQuantity?: Maybe<Scalars['Decimal']['output']>;
  /** True for goods that stay the supplier's until they are used. */
  consignment: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** What was received; null while no order line tells. */
  item?: Maybe<Item>;
  /** The lot that the goods belong to; null when they are not kept by lot, or no order line tells the item. */
  lot?: Maybe<Lot>;
  /** Our lot number; null when the goods are not kept by lot. */
  lotNumber?: Maybe<Scalars['String']['output']>;
  /** Why the goods are not in stock; null when they are, or when nothing was received. */
  notInStock?: Maybe<NotInStockReason>;
  /** When it happened, with offset; null when the source knew only the day. */
  occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Calendar day on which it happened, at the site concerned. */
  occurredOn: Scalars['Date']['output'];
  /** Where it was received; null when the source does not say. */
  plant?: Maybe<Plant>;
  /** Null while no order line with that name is known. */
  purchaseOrderLine?: Maybe<PurchaseOrderLine>;
  /** Null when the source does not say. */
  quantity?: Maybe<Scalars['Decimal']['output']>;
  /** When the source committed it to its books, with offset; null when only the day is known. */
  recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Calendar day on which the source committed it to its books. */
  recordedOn: Scalars['Date']['output'];
  /** Advance ship notice or delivery note; null when the source does not say. */
  shipmentNumber?: Maybe<Scalars['String']['output']>;
  /** Condition in which the goods were put away. */
  stockStatus: StockStatus;
  /** The supplier's lot number; null when it is not known. */
  supplierLotNumber?: Maybe<Scalars['String']['output']>;
  /** Unit of the quantity, UN/ECE Rec 20; null without a quantity. */
  unitOfMeasure?: Maybe<Scalars['String']['output']>;
};

/** A goods receipt as its source states it. A correction (`source.correctionOf`) takes the place of the receipt that it corrects, with everything it says: quantity 0 is a receipt that did not happen. */
export type GoodsReceiptInput = {
  /** True for goods that stay the supplier's until they are used. */
  consignment: Scalars['Boolean']['input'];
  /** The names by which outside systems know this row. */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  /** True when nothing more will come for the line. */
  finalDelivery?: InputMaybe<Scalars['Boolean']['input']>;
  /** Our lot number, when the goods are kept by lot. */
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** Where the goods were received. */
  plantCode?: InputMaybe<Scalars['String']['input']>;
  /** How the source of the order names the line. */
  purchaseOrderLine: ExternalIdInput;
  /** Left out when the source does not say how much. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Advance ship notice or delivery note. */
  shipmentNumber?: InputMaybe<Scalars['String']['input']>;
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** Condition in which the goods were put away. IN_INSPECTION: quality opens an inspection lot. RELEASED: straight to stock, nobody looks at them (dock to stock). */
  stockStatus: StockStatus;
  /** The supplier's lot number. */
  supplierLotNumber?: InputMaybe<Scalars['String']['input']>;
  /** Unit of the quantity, UN/ECE Rec 20. Default: the order unit. */
  unitOfMeasure?: InputMaybe<Scalars['String']['input']>;
};

/** What is bought, stored and used: one stock keeping unit. */
export type Item = {
  __typename?: 'Item';
  /** Other units in which the item is bought or moved, as registerItems told. */
  conversions: Array<UnitConversion>;
  /** The names by which outside systems know the item. */
  externalIds: Array<ExternalId>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Group of products, as the source writes it; null when it does not say. */
  productGroup?: Maybe<Scalars['String']['output']>;
  /** Stock keeping unit: the code by which the item is ordered and stored. */
  sku: Scalars['String']['output'];
  /** Where it is, in which condition and whose it is; positions that hold nothing are left out. */
  stock: Array<StockPosition>;
  /** Base unit, UN/ECE Rec 20; every quantity in this schema without a unit of its own is in it. Until registerItems tells it, the unit of the first order line that named the item. */
  unitOfMeasure: Scalars['String']['output'];
};


/** What is bought, stored and used: one stock keeping unit. */
export type ItemStockArgs = {
  plantId?: InputMaybe<Scalars['ID']['input']>;
};

/** One page of a list: items. */
export type ItemConnection = {
  __typename?: 'ItemConnection';
  edges: Array<ItemEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One row of a list, with its place in it. */
export type ItemEdge = {
  __typename?: 'ItemEdge';
  cursor: Scalars['Cursor']['output'];
  node: Item;
};

/** Which items to list. */
export type ItemFilter = {
  /** Only those with these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Part of the name or stock keeping unit, any case. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** An item as a source states it. A later statement takes the place of an earlier one, its conversions included. */
export type ItemInput = {
  /** Other units in which the item is bought or moved. */
  conversions?: InputMaybe<Array<UnitConversionInput>>;
  /** The names by which outside systems know this row. */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  name: Scalars['String']['input'];
  /** Group of products, as the source writes it. */
  productGroup?: InputMaybe<Scalars['String']['input']>;
  /** Stock keeping unit: the code by which the item is ordered and stored. */
  sku: Scalars['String']['input'];
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** Base unit, UN/ECE Rec 20: the unit in which stock is kept. */
  unitOfMeasure: Scalars['String']['input'];
};

/** What the books knew: SOURCE compares recordedAt (the source committed it), PLATFORM compares visibleAt (readable here). */
export type KnowledgeBasis =
  /** What could be read on this platform. */
  | 'PLATFORM'
  /** What the source's own books held. */
  | 'SOURCE';

/** Where stock lies. */
export type LocationKind =
  /** On the way between two of them. */
  | 'IN_TRANSIT'
  /** In a plant or warehouse of ours. */
  | 'OWN_SITE'
  /** At a supplier's. */
  | 'SUPPLIER_SITE';

/** Goods of one item that belong together, under our own lot number. It exists from the first receipt or movement in stock that names it. */
export type Lot = {
  __typename?: 'Lot';
  id: Scalars['ID']['output'];
  /** What the goods are. */
  item: Item;
  /** Our lot number; unique for the item. */
  lotNumber: Scalars['String']['output'];
  /** Where the lot is now, in order of plant and condition. */
  stock: Array<StockPosition>;
  /** Who delivered it; null for goods of our own making, and when receipts of two suppliers name the lot. */
  supplier?: Maybe<Supplier>;
  /** The supplier's lot number; null when no receipt tells it, or two tell different ones. */
  supplierLotNumber?: Maybe<Scalars['String']['output']>;
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
  /** The door for goods receipts. A receipt enters inventory and completes its order line, once only, also when it is sent again or before its order. */
  postGoodsReceipts?: Maybe<FactsPayload>;
  /** The door for what moves in a warehouse: withdrawals, transfers, corrections of stock. Each movement is written into the ledger once only; what cannot be counted yet waits outside of stock, with a reason. */
  recordStockMovements?: Maybe<FactsPayload>;
  /** The door for item master data: name, base unit and pack sizes. Stock is kept in the base unit; receipts and movements that waited for a conversion enter stock with it. */
  registerItems?: Maybe<FactsPayload>;
  /** The door for sites: tells a plant's name and time zone, by which its calendar days are judged. */
  registerPlants?: Maybe<FactsPayload>;
};


export type MutationPostGoodsReceiptsArgs = {
  inputs: Array<GoodsReceiptInput>;
};


export type MutationRecordStockMovementsArgs = {
  inputs: Array<StockMovementInput>;
};


export type MutationRegisterItemsArgs = {
  inputs: Array<ItemInput>;
};


export type MutationRegisterPlantsArgs = {
  inputs: Array<PlantInput>;
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

/** Why a receipt or movement is not in stock, though it was taken. It enters as soon as the reason is gone. */
export type NotInStockReason =
  /** Neither an order line nor registerItems has told of the item. */
  | 'ITEM_UNKNOWN'
  /** No order line with the name that the receipt gives is known. */
  | 'ORDER_LINE_UNKNOWN'
  /** Neither the receipt nor its order line names a plant. */
  | 'PLANT_UNKNOWN'
  /** The source does not say how much. */
  | 'QUANTITY_NOT_TOLD'
  /** It is in a unit that nobody has told how to convert to the item's base unit. */
  | 'UNIT_NOT_CONVERTIBLE';

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

/** A site that makes or stores, with its own time zone and calendar. */
export type Plant = {
  __typename?: 'Plant';
  code: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** IANA name; null when no source told. */
  timeZone?: Maybe<Scalars['String']['output']>;
};

/** A plant as a source states it. */
export type PlantInput = {
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** IANA name, e.g. Europe/Berlin. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type PurchaseOrderLine = {
  __typename?: 'PurchaseOrderLine';
  id: Scalars['ID']['output'];
  /** What was received against this line, oldest first. */
  receipts?: Maybe<Array<GoodsReceipt>>;
};

export type Query = {
  __typename?: 'Query';
  /** One item, by our id or by its stock keeping unit. */
  item?: Maybe<Item>;
  /** The items that any source has named. */
  items?: Maybe<ItemConnection>;
  /** One lot, by our id. */
  lot?: Maybe<Lot>;
  /** One plant, by our id or by its code. */
  plant?: Maybe<Plant>;
  /** Every plant and warehouse that any source has named. */
  plants?: Maybe<Array<Plant>>;
  /** Where stock is, position by position, in order of stock keeping unit. Filter for `negative: true` to see where the books cannot be right. */
  stockPositions?: Maybe<StockPositionConnection>;
};


export type QueryItemArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sku?: InputMaybe<Scalars['String']['input']>;
};


export type QueryItemsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ItemFilter>;
  first: Scalars['Int']['input'];
};


export type QueryLotArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPlantArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryStockPositionsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<StockPositionFilter>;
  first: Scalars['Int']['input'];
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

/** One change of a stock position, or a mark of the stream. */
export type StockChange = {
  __typename?: 'StockChange';
  /** Everything that was visible up to here has been sent. Null in the midst of a burst. */
  caughtUpTo?: Maybe<Scalars['DateTime']['output']>;
  /** Subscribe again after it to go on behind this message. Keep that of every message, marks as well. */
  cursor: Scalars['Cursor']['output'];
  /** When the platform sent it. */
  emittedAt: Scalars['DateTime']['output'];
  /** Name of the business event, e.g. inventory.stock.moved; null on marks. */
  event?: Maybe<Scalars['String']['output']>;
  /** What happened, or that nothing did (HEARTBEAT). */
  kind: ChangeKind;
  /** When it happened, as the source wrote it; null when the source knows only the day, and on marks. */
  occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** The position as it is now, also when nothing lies there any more; null on marks. */
  position?: Maybe<StockPosition>;
  /** Cursor of the message before this one: equal to the one you had last, you have missed nothing. Null on the first. */
  previousCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** What moved in a warehouse, as its source states it. A correction (`source.correctionOf`) takes the place of the movement that it corrects. */
export type StockMovementInput = {
  /** The names by which outside systems know the movement. Another source that tells of it under the same name corroborates it, and adds nothing. */
  externalIds?: InputMaybe<Array<ExternalIdInput>>;
  /** Condition before. A STATUS_CHANGE needs both; of everything else the default is RELEASED. */
  fromStatus?: InputMaybe<StockStatus>;
  /** What it does to stock. */
  kind: StockMovementKind;
  /** Our lot number, when the goods are kept by lot. */
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whose stock moved. A CONSIGNMENT_WITHDRAWAL is always of the supplier's. */
  owner: StockOwner;
  /** Where it was before, or, for what comes in, where it is now. */
  plantCode: Scalars['String']['input'];
  /** The order line that it concerns, by a name of its source. */
  purchaseOrderLine?: InputMaybe<ExternalIdInput>;
  /** More than 0; an ADJUSTMENT may take away with less than 0, and a correction may say 0: it did not happen. */
  quantity: Scalars['Decimal']['input'];
  /** Why, as the source says it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Stock keeping unit of what moved. */
  sku: Scalars['String']['input'];
  /** Where the fact comes from, and its four stamps. */
  source: SourceEnvelope;
  /** Only for a TRANSFER: where it went. */
  toPlantCode?: InputMaybe<Scalars['String']['input']>;
  /** Condition afterwards. A STATUS_CHANGE needs both; of everything else the default is RELEASED. */
  toStatus?: InputMaybe<StockStatus>;
  /** Unit of the quantity, UN/ECE Rec 20. Default: the item's base unit. */
  unitOfMeasure?: InputMaybe<Scalars['String']['input']>;
  /** The work order for which it was taken or by which it was made, by a name of its source. */
  workOrder?: InputMaybe<ExternalIdInput>;
};

/** What a stock movement does. */
export type StockMovementKind =
  /** The count differed from the books: more, or less with a quantity below 0. */
  | 'ADJUSTMENT'
  /** Consignment stock that becomes ours by use. */
  | 'CONSIGNMENT_WITHDRAWAL'
  /** Taken out to be used. */
  | 'ISSUE'
  /** Stock that was there when the books began. */
  | 'OPENING'
  /** Made by ourselves, and put into stock. */
  | 'PRODUCTION_RECEIPT'
  /** Sent back to the supplier. */
  | 'RETURN_TO_SUPPLIER'
  /** Thrown away. */
  | 'SCRAP'
  /** From one condition into another. */
  | 'STATUS_CHANGE'
  /** From one plant of ours to another. */
  | 'TRANSFER';

/** Whose it is. Where it lies is the location kind: CONSIGNMENT is SUPPLIER in OWN_SITE, subcontracting is OWN in SUPPLIER_SITE. */
export type StockOwner =
  /** A customer's, who left it with us. */
  | 'CUSTOMER'
  /** Ours. */
  | 'OWN'
  /** The supplier's until we use it. */
  | 'SUPPLIER';

/** What lies where, in which condition and whose it is: the sum of the ledger's entries for it. A position that holds nothing is not listed. */
export type StockPosition = {
  __typename?: 'StockPosition';
  /** Over the flows of receipts and movements at the plant, and of inspections where their decisions feed the position. */
  freshness: Freshness;
  id: Scalars['ID']['output'];
  /** What lies there. */
  item: Item;
  /** Where it lies: in our own site or elsewhere. */
  locationKind: LocationKind;
  /** Null when the goods are not kept by lot. */
  lot?: Maybe<Lot>;
  /** True when the quantity is below 0. */
  negative: Scalars['Boolean']['output'];
  /** Whether real sources told of it, or the simulator. */
  origin: DataOrigin;
  /** Whose it is. */
  owner: StockOwner;
  /** The site in whose books it is. */
  plant: Plant;
  /** Exact sum of the ledger, in the item's base unit. Below 0 when more was taken out than was ever put in: the books are wrong, and say so. */
  quantity: Scalars['Decimal']['output'];
  /** What may be done with it. */
  status: StockStatus;
};

/** One page of a list: stock positions. */
export type StockPositionConnection = {
  __typename?: 'StockPositionConnection';
  edges: Array<StockPositionEdge>;
  /** Positions below 0 among all that the filter lets through. */
  negativeCount: Scalars['Int']['output'];
  /** Receipts and movements of these plants, items and origin that are in no position, counted by reason. */
  notInStock: Array<Exclusion>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  /** All positions that the filter lets through, added up by condition, owner and unit; units are never mixed. */
  totals: Array<StockTotal>;
};

/** One row of a list, with its place in it. */
export type StockPositionEdge = {
  __typename?: 'StockPositionEdge';
  cursor: Scalars['Cursor']['output'];
  node: StockPosition;
};

/** Which positions to list. */
export type StockPositionFilter = {
  /** Only these items. */
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True: only positions below 0; false: only those above. */
  negative?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only what real sources told, or only the simulator's. Left out: both, each row with its own. */
  origin?: InputMaybe<DataOrigin>;
  /** Only stock of these owners. */
  owners?: InputMaybe<Array<StockOwner>>;
  /** Only these plants. */
  plantIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Part of the item's name or stock keeping unit, any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only stock in these conditions. */
  statuses?: InputMaybe<Array<StockStatus>>;
};

/** What may be done with stock. */
export type StockStatus =
  /** Found bad, or held back. */
  | 'BLOCKED'
  /** Received, and not decided on yet. */
  | 'IN_INSPECTION'
  /** Free to use. */
  | 'RELEASED'
  /** To go back to the supplier. */
  | 'RETURNS';

/** Positions of one condition, owner and unit, added up. */
export type StockTotal = {
  __typename?: 'StockTotal';
  /** Whose it is. */
  owner: StockOwner;
  /** How many positions. */
  positions: Scalars['Int']['output'];
  /** Exact sum, in the unit; positions below 0 count as such. */
  quantity: Scalars['Decimal']['output'];
  /** What may be done with it. */
  status: StockStatus;
  /** UN/ECE Rec 20. */
  unitOfMeasure: Scalars['String']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Stock as it moves: every entry of the ledger is one message for each position that it changes, once. Resumes after a cursor without a gap; left out, it begins now, with a SNAPSHOT mark. */
  stockChanged: StockChange;
};


export type SubscriptionStockChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  plantIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type Supplier = {
  __typename?: 'Supplier';
  id: Scalars['ID']['output'];
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

/** A unit other than the base unit, e.g. a box of twelve. */
export type UnitConversion = {
  __typename?: 'UnitConversion';
  /** How many base units one of it is; more than 0. */
  factor: Scalars['Decimal']['output'];
  /** The other unit, UN/ECE Rec 20, e.g. BX. */
  unitOfMeasure: Scalars['String']['output'];
};

/** E.g. one box is 12 pieces: unit BX, factor 12. */
export type UnitConversionInput = {
  /** How many base units one of it is; more than 0. */
  factor: Scalars['Decimal']['input'];
  /** The other unit, UN/ECE Rec 20. */
  unitOfMeasure: Scalars['String']['input'];
};

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
  GoodsReceipt: GoodsReceipt;
  Item: Item;
  Lot: Lot;
  Plant: Plant;
  PurchaseOrderLine: PurchaseOrderLine;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  GoodsReceipt:
    ( { __typename: 'GoodsReceipt' }
    & GraphQLRecursivePick<FederationTypes['GoodsReceipt'], {"id":true}> );
  Item:
    ( { __typename: 'Item' }
    & ( GraphQLRecursivePick<FederationTypes['Item'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Item'], {"sku":true}> ) );
  Lot:
    ( { __typename: 'Lot' }
    & GraphQLRecursivePick<FederationTypes['Lot'], {"id":true}> );
  Plant:
    ( { __typename: 'Plant' }
    & ( GraphQLRecursivePick<FederationTypes['Plant'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Plant'], {"code":true}> ) );
  PurchaseOrderLine:
    ( { __typename: 'PurchaseOrderLine' }
    & GraphQLRecursivePick<FederationTypes['PurchaseOrderLine'], {"id":true}> );
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
  GoodsReceipt: ResolverTypeWrapper<GoodsReceiptModel>;
  GoodsReceiptInput: GoodsReceiptInput;
  Item: ResolverTypeWrapper<ItemModel>;
  ItemConnection: ResolverTypeWrapper<Omit<ItemConnection, 'edges'> & { edges: Array<ResolversTypes['ItemEdge']> }>;
  ItemEdge: ResolverTypeWrapper<Omit<ItemEdge, 'node'> & { node: ResolversTypes['Item'] }>;
  ItemFilter: ItemFilter;
  ItemInput: ItemInput;
  KnowledgeBasis: KnowledgeBasis;
  LocationKind: LocationKind;
  Lot: ResolverTypeWrapper<LotModel>;
  MetricDefinition: ResolverTypeWrapper<MetricDefinition>;
  MetricGrain: MetricGrain;
  MetricUnit: MetricUnit;
  MetricValue: ResolverTypeWrapper<MetricValue>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoValueReason: NoValueReason;
  NotInStockReason: NotInStockReason;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialRule: PartialRule;
  Party: Party;
  Plant: ResolverTypeWrapper<PlantModel>;
  PlantInput: PlantInput;
  PurchaseOrderLine: ResolverTypeWrapper<PurchaseOrderLineModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RescheduleRule: RescheduleRule;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: ResolverTypeWrapper<SourceSystem>;
  Sourcing: Sourcing;
  StockChange: ResolverTypeWrapper<Omit<StockChange, 'position'> & { position?: Maybe<ResolversTypes['StockPosition']> }>;
  StockMovementInput: StockMovementInput;
  StockMovementKind: StockMovementKind;
  StockOwner: StockOwner;
  StockPosition: ResolverTypeWrapper<StockPositionModel>;
  StockPositionConnection: ResolverTypeWrapper<StockPositionConnectionModel>;
  StockPositionEdge: ResolverTypeWrapper<Omit<StockPositionEdge, 'node'> & { node: ResolversTypes['StockPosition'] }>;
  StockPositionFilter: StockPositionFilter;
  StockStatus: StockStatus;
  StockTotal: ResolverTypeWrapper<StockTotal>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Supplier: ResolverTypeWrapper<SupplierModel>;
  SupplierTier: SupplierTier;
  UndeliveredRule: UndeliveredRule;
  UnitConversion: ResolverTypeWrapper<UnitConversion>;
  UnitConversionInput: UnitConversionInput;
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
  GoodsReceipt: GoodsReceiptModel;
  GoodsReceiptInput: GoodsReceiptInput;
  Item: ItemModel;
  ItemConnection: Omit<ItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['ItemEdge']> };
  ItemEdge: Omit<ItemEdge, 'node'> & { node: ResolversParentTypes['Item'] };
  ItemFilter: ItemFilter;
  ItemInput: ItemInput;
  Lot: LotModel;
  MetricDefinition: MetricDefinition;
  MetricValue: MetricValue;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Plant: PlantModel;
  PlantInput: PlantInput;
  PurchaseOrderLine: PurchaseOrderLineModel;
  Query: Record<PropertyKey, never>;
  ScopeInput: ScopeInput;
  SimulatedStampsInput: SimulatedStampsInput;
  SourceEnvelope: SourceEnvelope;
  SourceSystem: SourceSystem;
  StockChange: Omit<StockChange, 'position'> & { position?: Maybe<ResolversParentTypes['StockPosition']> };
  StockMovementInput: StockMovementInput;
  StockPosition: StockPositionModel;
  StockPositionConnection: StockPositionConnectionModel;
  StockPositionEdge: Omit<StockPositionEdge, 'node'> & { node: ResolversParentTypes['StockPosition'] };
  StockPositionFilter: StockPositionFilter;
  StockTotal: StockTotal;
  Subscription: Record<PropertyKey, never>;
  Supplier: SupplierModel;
  UnitConversion: UnitConversion;
  UnitConversionInput: UnitConversionInput;
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

export type GoodsReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoodsReceipt'] = ResolversParentTypes['GoodsReceipt'], FederationReferenceType extends FederationReferenceTypes['GoodsReceipt'] = FederationReferenceTypes['GoodsReceipt']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GoodsReceipt']> | FederationReferenceType, FederationReferenceType, ContextType>;
  baseQuantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  consignment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  lotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notInStock?: Resolver<Maybe<ResolversTypes['NotInStockReason']>, ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType>;
  purchaseOrderLine?: Resolver<Maybe<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  shipmentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stockStatus?: Resolver<ResolversTypes['StockStatus'], ParentType, ContextType>;
  supplierLotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitOfMeasure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Item'] = ResolversParentTypes['Item'], FederationReferenceType extends FederationReferenceTypes['Item'] = FederationReferenceTypes['Item']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Item']> | FederationReferenceType, FederationReferenceType, ContextType>;
  conversions?: Resolver<Array<ResolversTypes['UnitConversion']>, ParentType, ContextType>;
  externalIds?: Resolver<Array<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stock?: Resolver<Array<ResolversTypes['StockPosition']>, ParentType, ContextType, Partial<ItemStockArgs>>;
  unitOfMeasure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemConnection'] = ResolversParentTypes['ItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemEdge'] = ResolversParentTypes['ItemEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
};

export type LotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot'], FederationReferenceType extends FederationReferenceTypes['Lot'] = FederationReferenceTypes['Lot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Lot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  lotNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stock?: Resolver<Array<ResolversTypes['StockPosition']>, ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['Supplier']>, ParentType, ContextType>;
  supplierLotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  postGoodsReceipts?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationPostGoodsReceiptsArgs, 'inputs'>>;
  recordStockMovements?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationRecordStockMovementsArgs, 'inputs'>>;
  registerItems?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationRegisterItemsArgs, 'inputs'>>;
  registerPlants?: Resolver<Maybe<ResolversTypes['FactsPayload']>, ParentType, ContextType, RequireFields<MutationRegisterPlantsArgs, 'inputs'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plant'] = ResolversParentTypes['Plant'], FederationReferenceType extends FederationReferenceTypes['Plant'] = FederationReferenceTypes['Plant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Plant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PurchaseOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLine'] = ResolversParentTypes['PurchaseOrderLine'], FederationReferenceType extends FederationReferenceTypes['PurchaseOrderLine'] = FederationReferenceTypes['PurchaseOrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PurchaseOrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receipts?: Resolver<Maybe<Array<ResolversTypes['GoodsReceipt']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType, Partial<QueryItemArgs>>;
  items?: Resolver<Maybe<ResolversTypes['ItemConnection']>, ParentType, ContextType, RequireFields<QueryItemsArgs, 'first'>>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType, RequireFields<QueryLotArgs, 'id'>>;
  plant?: Resolver<Maybe<ResolversTypes['Plant']>, ParentType, ContextType, Partial<QueryPlantArgs>>;
  plants?: Resolver<Maybe<Array<ResolversTypes['Plant']>>, ParentType, ContextType>;
  stockPositions?: Resolver<Maybe<ResolversTypes['StockPositionConnection']>, ParentType, ContextType, RequireFields<QueryStockPositionsArgs, 'first'>>;
};

export type SourceSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceSystem'] = ResolversParentTypes['SourceSystem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockChange'] = ResolversParentTypes['StockChange']> = {
  caughtUpTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  emittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['StockPosition']>, ParentType, ContextType>;
  previousCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type StockPositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockPosition'] = ResolversParentTypes['StockPosition']> = {
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  locationKind?: Resolver<ResolversTypes['LocationKind'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  negative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['DataOrigin'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['StockOwner'], ParentType, ContextType>;
  plant?: Resolver<ResolversTypes['Plant'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockStatus'], ParentType, ContextType>;
};

export type StockPositionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockPositionConnection'] = ResolversParentTypes['StockPositionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockPositionEdge']>, ParentType, ContextType>;
  negativeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notInStock?: Resolver<Array<ResolversTypes['Exclusion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totals?: Resolver<Array<ResolversTypes['StockTotal']>, ParentType, ContextType>;
};

export type StockPositionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockPositionEdge'] = ResolversParentTypes['StockPositionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockPosition'], ParentType, ContextType>;
};

export type StockTotalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockTotal'] = ResolversParentTypes['StockTotal']> = {
  owner?: Resolver<ResolversTypes['StockOwner'], ParentType, ContextType>;
  positions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockStatus'], ParentType, ContextType>;
  unitOfMeasure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  stockChanged?: SubscriptionResolver<ResolversTypes['StockChange'], "stockChanged", ParentType, ContextType, Partial<SubscriptionStockChangedArgs>>;
};

export type SupplierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Supplier'] = ResolversParentTypes['Supplier']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UnitConversionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitConversion'] = ResolversParentTypes['UnitConversion']> = {
  factor?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unitOfMeasure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  GoodsReceipt?: GoodsReceiptResolvers<ContextType>;
  Item?: ItemResolvers<ContextType>;
  ItemConnection?: ItemConnectionResolvers<ContextType>;
  ItemEdge?: ItemEdgeResolvers<ContextType>;
  Lot?: LotResolvers<ContextType>;
  MetricDefinition?: MetricDefinitionResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Plant?: PlantResolvers<ContextType>;
  PurchaseOrderLine?: PurchaseOrderLineResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SourceSystem?: SourceSystemResolvers<ContextType>;
  StockChange?: StockChangeResolvers<ContextType>;
  StockPosition?: StockPositionResolvers<ContextType>;
  StockPositionConnection?: StockPositionConnectionResolvers<ContextType>;
  StockPositionEdge?: StockPositionEdgeResolvers<ContextType>;
  StockTotal?: StockTotalResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Supplier?: SupplierResolvers<ContextType>;
  UnitConversion?: UnitConversionResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Window?: WindowResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
