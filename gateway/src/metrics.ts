import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The gateway's figures about itself, in the text format of Prometheus. Each gateway has a registry of its own. */
export class GatewayMetrics {
  private readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'sightline_gateway_requests_total',
    help: 'HTTP requests by route and status.',
    labelNames: ['route', 'status'] as const,
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: 'sightline_gateway_request_seconds',
    help: 'Time from the first byte read to the last byte handed over, by route.',
    labelNames: ['route'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly errors = new Counter({
    name: 'sightline_gateway_errors_total',
    help: 'GraphQL errors told to callers, by code.',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });
  private readonly calls = new Counter({
    name: 'sightline_gateway_subgraph_calls_total',
    help: 'Calls to subgraphs by outcome: ok, SUBGRAPH_UNAVAILABLE, SUBGRAPH_TIMEOUT.',
    labelNames: ['service', 'outcome'] as const,
    registers: [this.registry],
  });
  private readonly callDurations = new Histogram({
    name: 'sightline_gateway_subgraph_call_seconds',
    help: 'Time that a subgraph took to answer.',
    labelNames: ['service'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly executions = new Counter({
    name: 'sightline_gateway_executions_total',
    help: 'Operations executed: by compiled plans, or by the stock executor with the reason.',
    labelNames: ['by', 'reason'] as const,
    registers: [this.registry],
  });

  constructor(requestsInFlight: () => number) {
    new Gauge({
      name: 'sightline_gateway_requests_in_flight',
      help: 'Requests that have come and are not answered yet.',
      registers: [this.registry],
      collect() {
        this.set(requestsInFlight());
      },
    });
  }

  requestDone(route: string, status: number, milliseconds: number): void {
    this.requests.inc({ route, status: String(status) });
    this.durations.observe({ route }, milliseconds / 1_000);
  }

  operationExecuted(by: 'compiled' | 'stock', reason: string | null): void {
    this.executions.inc({ by, reason: reason ?? '' });
  }

  errorTold(code: string): void {
    this.errors.inc({ code });
  }

  subgraphAnswered(service: string, outcome: string, milliseconds: number): void {
    this.calls.inc({ service, outcome });
    this.callDurations.observe({ service }, milliseconds / 1_000);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
