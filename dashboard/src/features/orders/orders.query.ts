import { graphql } from '../../gql/gql';

/** What a list of order lines shows. */
export const ORDER_LINE_ROW = graphql(`
  fragment OrderLineRow on PurchaseOrderLine {
    id
    orderNumber
    lineNumber
    scheduleNumber
    itemName
    status
    quantity
    openQuantity
    unitOfMeasure
    value {
      amount
      currency
    }
    atStake {
      amount
      currency
    }
    impactDays
    requestedDate
    originalCommitDate
    currentCommitDate
    supplier {
      id
      name
    }
    plant {
      id
      code
    }
  }
`);

/** One page of order lines, by what hangs on them. */
export const ORDER_LINES = graphql(`
  query OrderLines($filter: PurchaseOrderLineFilter, $first: Int!, $after: Cursor) {
    purchaseOrderLines(filter: $filter, orderBy: IMPACT_DESC, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...OrderLineRow @unmask
        }
      }
    }
  }
`);

/** How many lines each tab holds, counted by the platform. */
export const ORDER_COUNTS = graphql(`
  query OrderCounts(
    $overdue: PurchaseOrderLineFilter
    $slipped: PurchaseOrderLineFilter
    $partial: PurchaseOrderLineFilter
    $open: PurchaseOrderLineFilter
  ) {
    overdue: purchaseOrderLines(filter: $overdue, first: 1) {
      totalCount
    }
    slipped: purchaseOrderLines(filter: $slipped, first: 1) {
      totalCount
    }
    partial: purchaseOrderLines(filter: $partial, first: 1) {
      totalCount
    }
    open: purchaseOrderLines(filter: $open, first: 1) {
      totalCount
    }
  }
`);

/** One line with everything that happened to it. */
export const ORDER_LINE = graphql(`
  query OrderLine($id: ID!) {
    purchaseOrderLine(id: $id) {
      ...OrderLineRow @unmask
      sourcing
      simulated
      incoterm
      shipmentMode
      destinationCountry
      productGroup
      createdOn
      sentAt
      sentOn
      acknowledgedAt
      acknowledgedOn
      shippedAt
      shippedOn
      handedOverAt
      handedOverOn
      arrivedAt
      arrivedOn
      firstReceivedAt
      firstReceivedOn
      receivedAt
      receivedOn
      receiptRecordedAt
      receiptRecordedOn
      availableAt
      availableOn
      receivedQuantity
      returnedQuantity
      cancelledQuantity
      cancelledBy
      finalDelivery
      externalIds {
        sourceSystemId
        type
        value
      }
      commits {
        date
        quantity
        by
        reason
        occurredAt
        occurredOn
        recordedAt
        recordedOn
      }
      freshness {
        ...FreshnessParts @unmask
      }
    }
  }
`);

/** The receipts of a line: another part of the platform, asked apart so that its silence costs nothing else. */
export const ORDER_LINE_RECEIPTS = graphql(`
  query OrderLineReceipts($id: ID!) {
    purchaseOrderLine(id: $id) {
      id
      receipts {
        id
        shipmentNumber
        lotNumber
        quantity
        unitOfMeasure
        occurredAt
        occurredOn
        recordedAt
        recordedOn
      }
    }
  }
`);

/** The inspections of what came on a line: again another part of the platform. */
export const ORDER_LINE_INSPECTIONS = graphql(`
  query OrderLineInspections($id: ID!) {
    purchaseOrderLine(id: $id) {
      id
      inspectionLots {
        id
        number
        status
        decision
        disposition
        lotQuantity
        unitOfMeasure
        sampleSize
        defectiveInSample
        acceptedQuantity
        rejectedQuantity
        createdOn
        decidedAt
        decidedOn
        reason
      }
    }
  }
`);
