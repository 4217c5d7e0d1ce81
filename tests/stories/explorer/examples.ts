import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getOperationAST, parse } from 'graphql';

const FOLDER = path.resolve(__dirname, '../../../dashboard/src/features/explorer/examples');

/** An example of the explorer, from the very file that the explorer shows. */
export interface ExampleFile {
  persona: string;
  /** e.g. planner/what-is-in-stock */
  name: string;
  text: string;
  kind: 'query' | 'mutation' | 'subscription';
}

/** All of them, by folder of persona. @throws when a file is no single operation */
export function readExamples(): readonly ExampleFile[] {
  return readdirSync(FOLDER).flatMap((persona) =>
    readdirSync(path.join(FOLDER, persona)).map((file) => {
      const text = readFileSync(path.join(FOLDER, persona, file), 'utf8').trimEnd();
      const operation = getOperationAST(parse(text));
      if (!operation) throw new Error(`${persona}/${file} must hold one operation.`);
      return { persona, name: `${persona}/${file.replace(/\.graphql$/, '')}`, text, kind: operation.operation };
    }),
  );
}
