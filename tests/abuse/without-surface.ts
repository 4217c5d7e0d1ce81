import type { WithoutSurface } from './abuse';

/** Rows of the threat model that nothing of the platform can be attacked by yet. */
export const WITHOUT_SURFACE: readonly WithoutSurface[] = [
  { id: 'A20', attack: 'existence by a unique key', why: 'suppliers write nothing yet' },
  {
    id: 'A22',
    attack: 'a cached view without policies',
    why: 'there is no materialised view; `tests/stories/every-table-is-protected` sees to it',
  },
  { id: 'A26', attack: 'approving one’s own corrective action', why: 'no approvals yet' },
  { id: 'A28', attack: 'a field that another system owns', why: 'no field has a system of record yet' },
  { id: 'A30', attack: 'an administrator without a reason', why: 'no break-glass yet' },
  ...['A51', 'A52', 'A53', 'A54'].map((id) => ({
    id,
    attack: 'files and addresses of suppliers',
    why: 'suppliers send no files yet',
  })),
];
