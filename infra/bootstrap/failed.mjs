import { explainFailure } from './failures.mjs';
import { Trouble } from './project.mjs';

/** Ends the process after a failure: what the user can do something about is said plainly, a bug is shown whole. */
export function failed(error) {
  const text =
    error instanceof Trouble
      ? error.message
      : error.code === 'ENOSPC'
        ? explainFailure('Something could not be written', String(error.stack))
        : (error.stack ?? String(error));
  process.stderr.write(`\n${text}\n\n`);
  process.exit(1);
}
