/** One operation that somebody may want to ask, as a file tells it. */
export interface Example {
  /** Whose question it is: a persona, by the name of the file's folder. */
  persona: string;
  /** The question in words: the file's first line. */
  title: string;
  /** What the answer shows: the other lines of the file's head. */
  description: string;
  /** The whole file, as it goes into the editor and to the platform. */
  text: string;
}

/**
 * Reads an example out of its file: comment lines first, the title and then the description, then one operation.
 *
 * @param path  ends in PERSONA/NAME.graphql
 * @throws Error when the file has no head
 */
export function parseExample(path: string, text: string): Example {
  const persona = /([^/]+)\/[^/]+\.graphql$/.exec(path)?.[1];
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const [title, ...description] = lines.slice(0, end).map((line) => line.replace(/^#\s*/, '').trim());
  if (persona === undefined || title === undefined || description.length === 0)
    throw new Error(`${path} must lie in the folder of a persona and begin with "# title" and "# description".`);
  return { persona, title, description: description.join(' '), text: text.trimEnd() };
}

/** Those of a persona first, in the order of their titles; then everybody else's, persona by persona. */
export function examplesFor(persona: string, all: readonly Example[]): readonly Example[] {
  const rank = (example: Example): string =>
    `${example.persona === persona ? 0 : 1} ${example.persona} ${example.title}`;
  return [...all].sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
}
