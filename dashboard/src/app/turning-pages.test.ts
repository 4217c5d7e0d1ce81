import { nextPage } from './turning-pages';

describe('a wall that turns its own pages', () => {
  const parts = [
    { top: 40, bottom: 400 },
    { top: 420, bottom: 1100 },
    { top: 1120, bottom: 1500 },
  ];

  it('goes on with the first part that was not wholly seen', () => {
    expect(nextPage(parts, 1000)).toBe(420);
    expect(nextPage(parts, 1200)).toBe(1120);
  });

  it('begins again when everything was seen', () => {
    expect(nextPage(parts, 1500)).toBeNull();
  });

  it('does not stay with a part that is higher than the wall', () => {
    expect(nextPage([{ top: 0, bottom: 3000 }], 1000)).toBeNull();
    expect(
      nextPage(
        [
          { top: 0, bottom: 3000 },
          { top: 3020, bottom: 3300 },
        ],
        1000,
      ),
    ).toBe(3020);
  });
});
