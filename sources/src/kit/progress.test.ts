import { openProgress } from './progress';

function written(
  terminal: boolean,
  steps: (tick: (milliseconds: number) => void, progress: ReturnType<typeof openProgress>) => void,
): string {
  let now = 0;
  let text = '';
  const progress = openProgress({ isTTY: terminal, write: (part) => (text += part) }, () => now);
  steps((milliseconds) => (now += milliseconds), progress);
  return text;
}

describe('progress', () => {
  it('is one line that is rewritten on a terminal, and ends whole', () => {
    const text = written(true, (tick, progress) => {
      progress.step('Facts sent', 200);
      tick(150);
      progress.add(100);
      progress.add(100);
      progress.end();
    });
    expect(text.split('\r\u001b[2K').slice(1)).toEqual([
      'Facts sent: 0 of 200 (0 %)',
      'Facts sent: 100 of 200 (50 %)',
      'Facts sent: 200 of 200 (100 %)\n',
    ]);
  });

  it('is a line a second in a log', () => {
    const text = written(false, (tick, progress) => {
      progress.step('Facts sent', 40);
      for (let step = 0; step < 4; step += 1) {
        tick(600);
        progress.add(10);
      }
      progress.say('Done.');
    });
    expect(text).toBe('Facts sent: 20 of 40 (50 %)\nFacts sent: 40 of 40 (100 %)\nDone.\n');
  });
});
