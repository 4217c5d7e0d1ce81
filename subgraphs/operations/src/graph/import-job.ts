import { checkPageSize } from '@sightline/kit/graph/list-cursor';
import type { Result } from '@sightline/kit/result/result';
import { forgetEarlierImports } from '../app/forget-earlier-imports';
import { beginImport, dropImport, sealImport } from '../app/import-file';
import type { Context } from '../context';
import { importById, listImports } from '../data/import-job.query';
import type { ImportJob } from '../domain/import-job';
import type { Refusal } from '../domain/refusals';
import type {
  MutationBeginImportArgs,
  MutationDropImportArgs,
  MutationSealImportArgs,
  QueryImportJobArgs,
  QueryImportJobsArgs,
} from './__generated__/schema';
import { presentRefusal } from './present-refusal';

const nowOf = (context: Context): string => context.services.clock.now().toISOString();

const presentImport = (result: Result<ImportJob, Refusal>) =>
  result.ok ? { import: result.value, userErrors: [] } : { import: null, userErrors: [presentRefusal(result.refusal)] };

export const importJob = {
  // The seal is given here and counts there: only once everybody has repeated it do all figures hold the file.
  visible: (job: ImportJob, _args: unknown, { desk }: Context): Promise<boolean> | boolean =>
    job.status === 'SEALED' && desk.isImportVisible(job.id),
};

export const importQueries = {
  importJob: (_root: unknown, { id }: QueryImportJobArgs, context: Context) =>
    context.read((manager) => importById(manager, id)),
  importJobs: (_root: unknown, { first }: QueryImportJobsArgs, context: Context) =>
    context.read((manager) => listImports(manager, checkPageSize(first))),
};

export const importMutations = {
  async beginImport(_root: unknown, { input }: MutationBeginImportArgs, context: Context) {
    const begun = await context.command((manager) => beginImport(manager, input, nowOf(context)));
    if (!begun.ok) return { import: null, resumed: false, dropped: [], userErrors: [presentRefusal(begun.refusal)] };
    const { job, resumed, dropped } = begun.value;
    const free = await forgetEarlierImports(context, job.sourceSystemId);
    return free.ok
      ? { import: job, resumed, dropped, userErrors: [] }
      : { import: null, resumed: false, dropped, userErrors: [presentRefusal(free.refusal)] };
  },
  sealImport: async (_root: unknown, { input }: MutationSealImportArgs, context: Context) =>
    presentImport(await context.command((manager) => sealImport(manager, input, nowOf(context)))),
  dropImport: async (_root: unknown, args: MutationDropImportArgs, context: Context) =>
    presentImport(await context.command((manager) => dropImport(manager, args, nowOf(context)))),
};
