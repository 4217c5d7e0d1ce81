import { drop, judgeBeginning, readBeginImport, seal, type ImportJob, type ImportStatus } from './import-job';

const job = (id: string, content: string, status: ImportStatus): ImportJob => ({
  id,
  sourceSystemId: 'scms',
  fileName: 'deliveries.csv',
  contentSha256: content,
  status,
  expectedFacts: 3,
  facts: null,
  openedAt: '2026-03-14T09:00:00.000Z',
  sealedAt: null,
  droppedAt: null,
  reason: null,
  version: 1,
});
const NOW = '2026-03-14T09:30:00.000Z';

describe('an import', () => {
  it('goes on when the same file comes again, open or sealed', () => {
    expect(judgeBeginning('a', [job('1', 'a', 'OPEN')])).toMatchObject({ resumed: { id: '1' }, dropped: [] });
    expect(judgeBeginning('a', [job('1', 'a', 'SEALED')])).toMatchObject({ resumed: { id: '1' }, dropped: [] });
  });

  it('begins anew after the same file was given up', () => {
    expect(judgeBeginning('a', [job('1', 'a', 'DROPPED')])).toEqual({ resumed: null, dropped: [] });
  });

  it('gives up an open import of another file, and never a sealed one', () => {
    const beginning = judgeBeginning('b', [job('1', 'a', 'OPEN'), job('2', 'c', 'SEALED')]);
    expect(beginning.resumed).toBeNull();
    expect(beginning.dropped.map(({ id }) => id)).toEqual(['1']);
  });

  it('is sealed once, and not after it was dropped', () => {
    const sealed = seal(job('1', 'a', 'OPEN'), 3, NOW);
    expect(sealed).toMatchObject({
      ok: true,
      value: { changed: true, job: { status: 'SEALED', facts: 3, sealedAt: NOW } },
    });
    expect(seal(job('1', 'a', 'SEALED'), 3, NOW)).toMatchObject({ ok: true, value: { changed: false } });
    expect(seal(job('1', 'a', 'DROPPED'), 3, NOW)).toMatchObject({ ok: false, refusal: { kind: 'ImportDropped' } });
  });

  it('cannot be dropped once it counts', () => {
    expect(drop(job('1', 'a', 'OPEN'), 'wrong file', NOW)).toMatchObject({
      ok: true,
      value: { job: { status: 'DROPPED', reason: 'wrong file' } },
    });
    expect(drop(job('1', 'a', 'SEALED'), 'wrong file', NOW)).toMatchObject({
      ok: false,
      refusal: { kind: 'ImportSealed' },
    });
  });

  it('is of a file with a name and a whole hash', () => {
    const input = { sourceSystemId: 'scms', fileName: 'f.csv', contentSha256: 'A'.repeat(64), expectedFacts: 1 };
    expect(readBeginImport(input)).toMatchObject({ ok: true, value: { contentSha256: 'a'.repeat(64) } });
    expect(readBeginImport({ ...input, contentSha256: 'abc' })).toMatchObject({
      ok: false,
      refusal: { kind: 'ContentHashInvalid' },
    });
    expect(readBeginImport({ ...input, expectedFacts: -1 })).toMatchObject({
      ok: false,
      refusal: { kind: 'CountNegative' },
    });
  });
});
