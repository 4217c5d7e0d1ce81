/** How a transport writes an event. One function for each format: it is the key under which what it makes is kept. */
export type EventFormat<Form = Buffer> = (event: PreparedEvent) => Form;

/** An event as it goes out: serialised once, and put into the form of a transport once, for however many clients. */
export class PreparedEvent {
  private readonly forms = new Map<EventFormat<unknown>, unknown>();

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

  /** What a format makes of it; shared by all who ask for the same, so nobody may write into its bytes. */
  as<Form>(format: EventFormat<Form>): Form {
    const known = this.forms.get(format);
    if (known !== undefined) return known as Form;
    const made = format(this);
    this.forms.set(format, made);
    return made;
  }
}
