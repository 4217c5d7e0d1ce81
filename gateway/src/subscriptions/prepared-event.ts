/** How a transport writes an event. One function for each format: it is the key under which the bytes are kept. */
export type EventFormat = (event: PreparedEvent) => Buffer;

/** An event as it goes out: serialised once, and put into the form of a transport once, for however many clients. */
export class PreparedEvent {
  private readonly forms = new Map<EventFormat, Buffer>();

  /**
   * @param json    the GraphQL answer
   * @param before  cursor of the place before it; null: the first of its stream, or the stream has no cursors
   * @param cursor  cursor of the place behind it; null: the stream has none
   */
  constructor(
    readonly json: string,
    readonly before: string | null,
    readonly cursor: string | null,
  ) {}

  /** Its bytes in a format; shared by all who ask for the same, so nobody may write into them. */
  as(format: EventFormat): Buffer {
    const known = this.forms.get(format);
    if (known !== undefined) return known;
    const made = format(this);
    this.forms.set(format, made);
    return made;
  }
}
