/** Of a bulk only the counts, and what needs someone's attention: thousands of "applied" tell nobody anything. */
const FACTS =
  '{ applied duplicates parked quarantined refused results(outcomes: [REFUSED, QUARANTINED]) { idempotencyKey outcome userErrors { code message } } }';
const factsOperation = (name: string, field: string, type: string): string =>
  `mutation ${name}($inputs: [${type}!]!) { answer: ${field}(inputs: $inputs) ${FACTS} }`;

/** The doors for facts: each takes a list and answers for every one. */
const FACTS_OPERATIONS = {
  onboardSuppliers: factsOperation('OnboardSuppliers', 'onboardSuppliers', 'SupplierInput'),
  registerPlants: factsOperation('RegisterPlants', 'registerPlants', 'PlantInput'),
  registerItems: factsOperation('RegisterItems', 'registerItems', 'ItemInput'),
  registerSources: factsOperation('RegisterSources', 'registerSources', 'SourceSystemInput'),
  sendPurchaseOrderLines: factsOperation('SendPurchaseOrderLines', 'sendPurchaseOrderLines', 'PurchaseOrderLineInput'),
  recordPurchaseOrderLineEvents: factsOperation(
    'RecordPurchaseOrderLineEvents',
    'recordPurchaseOrderLineEvents',
    'PurchaseOrderLineEventInput',
  ),
  postGoodsReceipts: factsOperation('PostGoodsReceipts', 'postGoodsReceipts', 'GoodsReceiptInput'),
  recordStockMovements: factsOperation('RecordStockMovements', 'recordStockMovements', 'StockMovementInput'),
  recordInspections: factsOperation('RecordInspections', 'recordInspections', 'InspectionInput'),
  releaseWorkOrders: factsOperation('ReleaseWorkOrders', 'releaseWorkOrders', 'WorkOrderInput'),
  recordWorkOrderEvents: factsOperation('RecordWorkOrderEvents', 'recordWorkOrderEvents', 'WorkOrderEventInput'),
  reportHeartbeats: factsOperation('ReportHeartbeats', 'reportHeartbeats', 'HeartbeatInput'),
} as const;
export type FactsOperation = keyof typeof FACTS_OPERATIONS;

/** Everything that an importer asks of the platform, as GraphQL. Each names its one root field `answer`. */
export const DOOR_OPERATIONS = {
  ...FACTS_OPERATIONS,
  beginImport: `mutation BeginImport($input: BeginImportInput!) { answer: beginImport(input: $input) { import { id status } resumed dropped userErrors { code message } } }`,
  sealImport: `mutation SealImport($input: SealImportInput!) { answer: sealImport(input: $input) { import { id status } userErrors { code message } } }`,
  importJob: `query ImportVisible($id: ID!) { answer: importJob(id: $id) { id status visible } }`,
} as const;
export type DoorOperation = keyof typeof DOOR_OPERATIONS;
