/** What is worth keeping about one event; values must survive JSON. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface GatewayLog {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** One JSON object a line, so that a name with a line break in it can't forge a second entry. */
export function jsonLog(write: (line: string) => void, clock: { now(): Date }): GatewayLog {
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      write(JSON.stringify({ time: clock.now().toISOString(), level, part: 'gateway', message, ...fields }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** What can be said of anything that was thrown: message and stack, and the same of its cause. */
export function describeThrown(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { thrown: String(thrown) };
  return {
    error: thrown.message,
    stack: thrown.stack,
    ...(thrown.cause === undefined ? {} : { cause: describeThrown(thrown.cause) }),
  };
}
