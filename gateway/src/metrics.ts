import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const CIRCUIT: Readonly<Record<string, number>> = { open: 1, 'half-open': 0.5 };

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
    help: 'Time from the first byte read to the last byte handed over, by route; of a stream, to its beginning.',
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
    help: 'Calls to subgraphs by outcome: ok, SUBGRAPH_UNAVAILABLE, SUBGRAPH_TIMEOUT, CALLER_GONE; SUBGRAPH_OVERLOADED, CIRCUIT_OPEN, TIME_UP (not sent).',
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
  private readonly retries = new Counter({
    name: 'sightline_gateway_subgraph_retries_total',
    help: 'Reads that were asked of a subgraph a second time.',
    labelNames: ['service'] as const,
    registers: [this.registry],
  });
  // Looking a series up by its labels costs more than counting, and every call of every request counts.
  private readonly counterOf = new Map<string, Counter.Internal>();
  private readonly durationsOf = new Map<string, Histogram.Internal<'service'>>();
  private readonly watched = new Map<string, { circuit: () => string; inFlight: () => number }>();
  private readonly executions = new Counter({
    name: 'sightline_gateway_executions_total',
    help: 'Operations executed: by compiled plans, or by the stock executor with the reason.',
    labelNames: ['by', 'reason'] as const,
    registers: [this.registry],
  });
  private readonly plans = new Counter({
    name: 'sightline_gateway_plans_total',
    help: 'Operations that had to be planned, because none like them was kept; trusted: released with a client of ours.',
    labelNames: ['trusted'] as const,
    registers: [this.registry],
  });

  private readonly socketsOpen = new Gauge({
    name: 'sightline_gateway_sockets_open',
    help: 'WebSockets of clients.',
    registers: [this.registry],
  });
  private readonly answersOpen = new Gauge({
    name: 'sightline_gateway_http_streams_open',
    help: 'Subscriptions that are told in an answer over HTTP.',
    registers: [this.registry],
  });
  private readonly streamsOpen = new Gauge({
    name: 'sightline_gateway_streams_open',
    help: 'Subscriptions of clients.',
    registers: [this.registry],
  });
  private readonly groupsOpen = new Gauge({
    name: 'sightline_gateway_stream_groups_open',
    help: 'Streams held open at subgraphs; equal subscriptions of equal rights share one.',
    labelNames: ['service'] as const,
    registers: [this.registry],
  });
  private readonly events = new Counter({
    name: 'sightline_gateway_stream_events_total',
    help: 'Events executed, once for each group.',
    labelNames: ['service'] as const,
    registers: [this.registry],
  });
  private readonly messages = new Counter({
    name: 'sightline_gateway_stream_messages_total',
    help: 'Events handed to clients.',
    registers: [this.registry],
  });
  private readonly reopened = new Counter({
    name: 'sightline_gateway_streams_reopened_total',
    help: 'Streams of subgraphs that broke off and were opened again by cursor.',
    labelNames: ['service'] as const,
    registers: [this.registry],
  });
  private readonly ended = new Counter({
    name: 'sightline_gateway_sockets_ended_total',
    help: 'Sockets and streams over HTTP that the gateway ended, by reason: EXPIRED, TOO_SLOW, TOO_MANY, STOPPING.',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });
  private readonly eventDurations = new Histogram({
    name: 'sightline_gateway_stream_event_seconds',
    help: 'Time from an event at the gateway to the last client it was handed to.',
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(requestsInFlight: () => number) {
    const { watched } = this;
    new Gauge({
      name: 'sightline_gateway_subgraph_circuit_open',
      help: '1 while calls to the subgraph are refused because it fails, 0.5 while one is let through to try, else 0.',
      labelNames: ['service'] as const,
      registers: [this.registry],
      collect() {
        for (const [service, { circuit }] of watched) this.set({ service }, CIRCUIT[circuit()] ?? 0);
      },
    });
    new Gauge({
      name: 'sightline_gateway_subgraph_calls_in_flight',
      help: 'Calls that a subgraph has been given and not answered yet.',
      labelNames: ['service'] as const,
      registers: [this.registry],
      collect() {
        for (const [service, { inFlight }] of watched) this.set({ service }, inFlight());
      },
    });
    new Gauge({
      name: 'sightline_gateway_requests_in_flight',
      help: 'Requests that have come and are not answered yet; a stream is answered when it begins.',
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

  operationPlanned(isTrusted: boolean): void {
    this.plans.inc({ trusted: String(isTrusted) });
  }

  errorTold(code: string): void {
    this.errors.inc({ code });
  }

  subgraphAnswered(service: string, outcome: string, milliseconds: number): void {
    this.callCounterOf(service, outcome).inc();
    let durations = this.durationsOf.get(service);
    if (durations === undefined) this.durationsOf.set(service, (durations = this.callDurations.labels(service)));
    durations.observe(milliseconds / 1_000);
  }

  /** A call that was not sent, or that nobody waits for any more: how long the subgraph takes is not known. */
  subgraphSpared(service: string, outcome: string): void {
    this.callCounterOf(service, outcome).inc();
  }

  private callCounterOf(service: string, outcome: string): Counter.Internal {
    const key = `${service} ${outcome}`;
    let counter = this.counterOf.get(key);
    if (counter === undefined) this.counterOf.set(key, (counter = this.calls.labels(service, outcome)));
    return counter;
  }

  subgraphRetried(service: string): void {
    this.retries.inc({ service });
  }

  /** Has the state of the calls to a subgraph told whenever the figures are read. */
  watchSubgraph(service: string, circuit: () => string, inFlight: () => number): void {
    this.watched.set(service, { circuit, inFlight });
  }

  socketsChanged(by: 1 | -1): void {
    this.socketsOpen.inc(by);
  }

  answersChanged(by: 1 | -1): void {
    this.answersOpen.inc(by);
  }

  streamsChanged(by: 1 | -1): void {
    this.streamsOpen.inc(by);
  }

  groupsChanged(service: string, by: 1 | -1): void {
    this.groupsOpen.inc({ service }, by);
  }

  eventAnswered(service: string, members: number, milliseconds: number): void {
    this.events.inc({ service });
    this.messages.inc(members);
    this.eventDurations.observe(milliseconds / 1_000);
  }

  /** A client has taken one of the recent events that it was behind with. */
  eventCaughtUp(): void {
    this.messages.inc();
  }

  streamReopened(service: string): void {
    this.reopened.inc({ service });
  }

  socketEnded(reason: 'EXPIRED' | 'TOO_SLOW' | 'TOO_MANY' | 'STOPPING'): void {
    this.ended.inc({ reason });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
