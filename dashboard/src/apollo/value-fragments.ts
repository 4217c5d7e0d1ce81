import { graphql } from '../gql/gql';

/*
 * What every figure shows, asked for in one way. Value types have no id of their own, so they are read where they stand
 * (@unmask); entities stay masked and each tile reads only its own fragment.
 */

export const FreshnessParts = graphql(`
  fragment FreshnessParts on Freshness {
    asOf
    ageSeconds
    budgetSeconds
    status
    sources
    completeness
    weakestSource {
      id
      name
    }
  }
`);

export const DefinitionParts = graphql(`
  fragment DefinitionParts on MetricDefinition {
    id
    metric
    version
    party
    description
    formula
    clockEvent
    dueBasis
    earlyDays
    lateDays
    grain
    dayMode
    undelivered
    minimumN
    effectiveFrom
  }
`);

export const MetricFigure = graphql(`
  fragment MetricFigure on MetricValue {
    value
    unit
    unitCode
    atLeast
    reason
    n
    numerator
    denominator
    excluded {
      code
      label
      count
    }
    definition {
      ...DefinitionParts @unmask
    }
    window {
      from
      to
      timeZone
      basis
    }
    asOf
    knownAt
    freshness {
      ...FreshnessParts @unmask
    }
  }
`);

export const DistributionFigure = graphql(`
  fragment DistributionFigure on Distribution {
    unit
    reason
    n
    mean
    median
    p10
    p90
    p95
    min
    max
    relativeError
    excluded {
      code
      label
      count
    }
    definition {
      ...DefinitionParts @unmask
    }
    window {
      from
      to
      timeZone
      basis
    }
    asOf
    knownAt
    freshness {
      ...FreshnessParts @unmask
    }
  }
`);

export const ContributionPage = graphql(`
  fragment ContributionPage on ContributionConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        subjectType
        subjectId
        label
        included
        rule
        value
        numerator
        denominator
        occurredAt
      }
    }
  }
`);
