/* oxlint-disable import/default -- what follows the question mark has Vite make the export */
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import type { Environment } from 'monaco-editor';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

/*
 * Monaco's workers as files of our own build, so that nothing is fetched from elsewhere. GraphiQL ships a file like this;
 * it does not survive a development server.
 */
const environment: Environment = {
  getWorker: (_id, label) => {
    switch (label) {
      case 'json':
        return new JsonWorker();
      case 'graphql':
        return new GraphQLWorker();
      default:
        return new EditorWorker();
    }
  },
};

Object.assign(globalThis, { MonacoEnvironment: environment });
