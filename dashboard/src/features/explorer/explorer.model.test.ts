import { copyAs } from './copy-as.model';
import { hashOf, operationIn } from './deep-link';
import { examplesFor, parseExample } from './examples.model';
import { answerFacts, type Answer } from './last-answer.model';

const TEXT = `# Who am I?
# What the token
# says of you.
query WhoAmI {
  me {
    id
  }
}
`;

describe('an example', () => {
  it('is read from its file: title, description, and the whole text for the editor', () => {
    expect(parseExample('./examples/developer/who-am-i.graphql', TEXT)).toEqual({
      persona: 'developer',
      title: 'Who am I?',
      description: 'What the token says of you.',
      text: TEXT.trimEnd(),
    });
  });

  it('without a title and a description is a fault of ours', () => {
    expect(() => parseExample('./examples/developer/x.graphql', '{ me { id } }')).toThrow('# title');
    expect(() => parseExample('./examples/developer/x.graphql', '# Title\n{ me { id } }')).toThrow('# description');
  });

  it('of one’s own persona stands first', () => {
    const example = (persona: string, title: string) => ({ persona, title, description: '', text: '' });
    const all = [example('admin', 'b'), example('planner', 'z'), example('planner', 'a'), example('auditor', 'c')];
    expect(examplesFor('planner', all).map(({ persona, title }) => `${persona} ${title}`)).toEqual([
      'planner a',
      'planner z',
      'admin b',
      'auditor c',
    ]);
  });
});

describe('a link into the explorer', () => {
  const opened = { query: 'query A($n: Int) { a(n: $n, s: "1 + 1 & 2#3") }', variables: '{ "n": 1 }' };

  it('opens what it was made from, whatever characters are in it', () => {
    expect(operationIn(`#${hashOf(opened)}`)).toEqual(opened);
    expect(hashOf(opened)).not.toMatch(/[+# ]/);
  });

  it('leaves out variables that say nothing, and opens nothing without an operation', () => {
    expect(hashOf({ query: '{ me { id } }', variables: ' {} ' })).not.toContain('vars');
    expect(operationIn('#content')).toBeNull();
    expect(operationIn('')).toBeNull();
  });
});

describe('an operation taken along', () => {
  const asked = {
    query: 'query WhoAmI { me(as: "it\'s") { name } }',
    variables: '{ "first": 3 }',
    origin: 'http://127.0.0.1:4000',
    name: 'WhoAmI',
    isSubscription: false,
  };

  it('is a curl that a shell reads back as the same body, with no token in it', () => {
    const text = copyAs('curl', asked);
    const body = /-d '([\s\S]*)'$/.exec(text)![1]!.replaceAll(`'\\''`, "'");
    expect(JSON.parse(body)).toEqual({ query: asked.query, variables: { first: 3 } });
    expect(text).toContain('Bearer $TOKEN');
  });

  it('is code that sends it by fetch, and a document with types', () => {
    expect(copyAs('fetch', asked)).toContain("await fetch('http://127.0.0.1:4000/graphql'");
    expect(copyAs('client', asked)).toContain('const WHO_AM_I = graphql(');
    expect(copyAs('client', { ...asked, query: '# Send\nmutation Send { a }' })).toContain('client.mutate({');
  });

  it('keeps what would end a template literal from ending it', () => {
    expect(copyAs('fetch', { ...asked, query: 'query A { a(b: "`${c}") }' })).toContain('\\`\\${c}');
  });

  it('follows a subscription instead of asking once', () => {
    const stream = { ...asked, isSubscription: true };
    expect(copyAs('curl', stream)).toContain('text/event-stream');
    expect(copyAs('fetch', stream)).toContain("url: 'ws://127.0.0.1:4000/graphql'");
    expect(copyAs('client', stream)).toContain('client.subscribe({');
  });
});

describe('the last answer', () => {
  const answer: Answer = {
    body: { data: {} },
    status: 200,
    milliseconds: 12.4,
    bytes: 1234,
    requestId: 'r-1',
    messages: 0,
  };
  const told = (part: Partial<Answer>): Record<string, string> =>
    Object.fromEntries(answerFacts({ ...answer, ...part }).map(({ name, value }) => [name, value]));

  it('tells its time, its size and where the log has it', () => {
    expect(told({})).toEqual({ Time: '12 ms', Size: '1,234 B', Trace: 'r-1' });
  });

  it('tells cost and age where the platform gives them', () => {
    const extensions = {
      traceId: 't-1',
      cost: { requested: 52, limit: 5000, remaining: 9948 },
      freshness: { asOf: '2026-03-14T09:30:00Z', status: 'AGEING' },
    };
    expect(told({ body: { data: {}, extensions } })).toMatchObject({
      Cost: '52 of 5,000, 9,948 left',
      'As of': '2026-03-14T09:30:00Z, ageing',
      Trace: 't-1',
    });
  });

  it('tells a status other than 200, and how many messages a stream has sent', () => {
    expect(told({ status: 403 })).toMatchObject({ Status: '403' });
    expect(told({ status: null, bytes: null, requestId: null, messages: 3 })).toEqual({ Messages: '3', Time: '12 ms' });
  });
});
