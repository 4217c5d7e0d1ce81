import { demoWish, wantsDemo } from './demo';

const EMBEDDED = { databases: { adminUrl: null, own: {} } };
const OWN = { databases: { adminUrl: 'postgres://me@db/mine', own: {} } };

describe('the demo', () => {
  it('runs when nothing is said and the database is the embedded one', () => {
    expect(wantsDemo(demoWish([]), EMBEDDED)).toBe(true);
  });

  it('stays away when it is not wanted', () => {
    expect(wantsDemo(demoWish(['--apart', '--no-demo']), EMBEDDED)).toBe(false);
  });

  it("does not fill a user's own database unless it is asked for", () => {
    expect(wantsDemo(demoWish([]), OWN)).toBe(false);
    expect(
      wantsDemo(demoWish([]), { databases: { adminUrl: null, own: { suppliers: 'postgres://me@db/mine' } } }),
    ).toBe(false);
    expect(wantsDemo(demoWish(['--demo']), OWN)).toBe(true);
  });
});
