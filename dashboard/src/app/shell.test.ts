import { connectionSentence, connectionWords, proofWords } from './connection-words';
import { favicon, stateOf, titleOf } from './head-state';
import { originsOf } from './origin';
import { answers, choicesFor, moved, orderLineIn, type Choice } from './palette.model';
import { parseSavedViews, withDefault, withView } from './saved-views';
import { commandOf } from './shortcuts';

const key = (text: string, part: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) => ({
  key: text,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...part,
});

describe('the keyboard', () => {
  it('opens the palette everywhere by Ctrl-K or Cmd-K, and by a slash where nobody types', () => {
    expect(commandOf(key('k', { ctrlKey: true }), true, false)).toEqual({ kind: 'palette' });
    expect(commandOf(key('k', { metaKey: true }), false, false)).toEqual({ kind: 'palette' });
    expect(commandOf(key('/'), false, false)).toEqual({ kind: 'palette' });
    expect(commandOf(key('/'), true, false)).toBeNull();
  });

  it('goes to a screen by g and its letter', () => {
    expect(commandOf(key('g'), false, false)).toEqual({ kind: 'prefix' });
    expect(commandOf(key('s'), false, true)).toEqual({ kind: 'go', path: '/suppliers' });
    expect(commandOf(key('s'), false, false)).toBeNull();
  });

  it('leaves letters alone while one types', () => {
    expect(commandOf(key('g'), true, false)).toBeNull();
    expect(commandOf(key('s'), true, true)).toBeNull();
  });
});

describe('whose data is shown', () => {
  const real = { id: 'erp', simulated: false };
  const made = { id: 'sim.erp', simulated: true };

  it('is real wherever any real source exists', () => {
    expect(originsOf([real, made], undefined)).toEqual({ shown: 'REAL', both: true });
    expect(originsOf([made], undefined)).toEqual({ shown: 'SIMULATED', both: false });
  });

  it('is what the address says, also before the sources have answered', () => {
    expect(originsOf([real, made], 'simulated').shown).toBe('SIMULATED');
    expect(originsOf(null, 'real').shown).toBe('REAL');
  });

  it('is left to the platform where nobody can say', () => {
    expect(originsOf(null, undefined)).toEqual({ shown: null, both: false });
    expect(originsOf([], undefined)).toEqual({ shown: null, both: false });
  });
});

describe('the palette', () => {
  const own: Choice[] = [
    { id: '1', group: 'Screens', name: 'Overview', note: 'delivery' },
    { id: '2', group: 'Screens', name: 'Orders' },
  ];
  const found: Choice[] = [{ id: '3', group: 'Suppliers', name: 'Aurobindo' }];

  it('lists everything of its own before one types, then what answers, then what was found', () => {
    expect(choicesFor('', own, found).map(({ id }) => id)).toEqual(['1', '2']);
    expect(choicesFor('ord', own, found).map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('finds by every word, any case, accents aside', () => {
    expect(answers({ name: 'Müller Söhne' }, 'soh MUL')).toBe(true);
    expect(answers({ name: 'Müller' }, 'muller x')).toBe(false);
  });

  it('goes round at both ends', () => {
    expect(moved(0, -1, 3)).toBe(2);
    expect(moved(2, 1, 3)).toBe(0);
    expect(moved(0, 1, 0)).toBe(0);
  });

  it('takes what holds a digit and no blank for the number of an order line', () => {
    expect(orderLineIn(' PO-7/10 ')).toBe('PO-7/10');
    expect(orderLineIn('late suppliers')).toBeNull();
    expect(orderLineIn('Aurobindo')).toBeNull();
  });
});

describe('saved views', () => {
  it('are read back as they were saved, and nothing else is', () => {
    const views = withView([], 'Monday', '/orders?tab=overdue');
    expect(parseSavedViews(JSON.stringify(views))).toEqual(views);
    expect(parseSavedViews('not json')).toEqual([]);
    expect(parseSavedViews('{"name":"x"}')).toEqual([]);
  });

  it('never lead to another machine', () => {
    expect(parseSavedViews('[{"name":"x","href":"//elsewhere"},{"name":"y","href":"javascript:1"}]')).toEqual([]);
  });

  it('have one default at most, which one press takes back', () => {
    const two = withView(withView([], 'a', '/'), 'b', '/orders');
    const chosen = withDefault(withDefault(two, 'a'), 'b');
    expect(chosen.map(({ isDefault }) => isDefault)).toEqual([false, true]);
    expect(withDefault(chosen, 'b').some(({ isDefault }) => isDefault)).toBe(false);
  });

  it('saved again under the same name take its place', () => {
    expect(withView(withView([], 'a', '/'), 'a', '/orders')).toEqual([
      { name: 'a', href: '/orders', isDefault: false },
    ]);
  });
});

describe('the tab', () => {
  it('counts the sources in trouble and shows the worst first', () => {
    const state = stateOf(['FRESH', 'STALE', 'NEVER'], 'live');
    expect(titleOf('Overview', state)).toBe('(2) ▲ Overview · Sightline');
    expect(titleOf('Overview', stateOf(['FRESH'], 'reconnecting'))).toBe('◆ Overview · Sightline');
    expect(titleOf('Overview', stateOf(['FRESH', 'CLOSED'], 'live'))).toBe('Overview · Sightline');
  });

  it('has a picture of its own for trouble, and the usual one otherwise', () => {
    expect(favicon('ok')).toBe('/sightline.svg');
    expect(favicon('risk')).not.toBe(favicon('watch'));
  });
});

describe('the connection in words', () => {
  it('never says live when it is not', () => {
    const kinds = ['idle', 'connecting', 'silent', 'reconnecting', 'offline', 'polling', 'resting', 'past'] as const;
    for (const kind of kinds) expect(connectionWords({ kind }).word).not.toBe('Live');
    expect(connectionWords({ kind: 'live' })).toEqual({ shape: 'ok', word: 'Live' });
  });

  it('says why', () => {
    expect(connectionSentence({ kind: 'polling', reason: 'the live connection was refused 4 times' })).toMatch(
      /refused 4 times/,
    );
  });

  it('proves that nothing is missing by counting', () => {
    const none = { messages: 1234, gaps: 0, repeats: 0, resumed: 2, lost: 2 };
    expect(proofWords(none)).toBe('1,234 received, none missing, resumed 2 times.');
    expect(proofWords({ ...none, gaps: 1, resumed: 1 })).toBe(
      '1,234 received, 1 missing and fetched anew, resumed 1 time.',
    );
  });
});
