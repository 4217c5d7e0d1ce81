import { countIn, differenceWords, orderBookSentence } from './order-book.model';

describe('the sentence of the order book', () => {
  it.each([
    [9, 9, 'On 30 Sep 2014 the books called 9 lines overdue; 9 of them had already been delivered.'],
    [49, 39, 'On 30 Sep 2014 the books called 49 lines overdue; 39 of them had already been delivered.'],
    [3, 0, 'On 30 Sep 2014 the books called 3 lines overdue; none of them had been delivered.'],
    [1, 1, 'On 30 Sep 2014 the books called 1 line overdue; it had already been delivered.'],
    [1, 0, 'On 30 Sep 2014 the books called 1 line overdue; it had not been delivered.'],
    [0, 0, 'On 30 Sep 2014 the books called no line overdue.'],
    [4, null, 'On 30 Sep 2014 the books called 4 lines overdue.'],
  ])('with %p overdue and %p falsely so', (overdue, falsely, sentence) => {
    expect(orderBookSentence('2014-09-30', overdue, falsely)).toBe(sentence);
  });

  it('says nothing when the books are not known', () => expect(orderBookSentence('2014-09-30', null, null)).toBeNull());
});

describe('a count of the order book', () => {
  const none = { value: null, reason: 'NO_DATA' } as const;

  it('is 0 when the book holds lines and none of them is in it', () => {
    expect(countIn({ ordered: { value: 2339, reason: null } }, none)).toBe(0);
    expect(countIn({ ordered: { value: 2339, reason: null } }, { value: 9, reason: null })).toBe(9);
  });

  it('is unknown when the book holds no line, or when the reason is another one', () => {
    expect(countIn({ ordered: none }, none)).toBeNull();
    expect(
      countIn({ ordered: { value: 2339, reason: null } }, { value: null, reason: 'SOURCE_NEVER_SYNCED' }),
    ).toBeNull();
  });
});

it('shows by how many lines the books differ, with the sign', () => {
  expect([
    differenceWords(158, 148),
    differenceWords(2181, 2191),
    differenceWords(5, 5),
    differenceWords(null, 5),
  ]).toEqual(['+10', '−10', '0', '—']);
});
