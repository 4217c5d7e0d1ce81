import { parseExample, type Example } from './examples.model';

const files = import.meta.glob<string>('./examples/*/*.graphql', { query: '?raw', import: 'default', eager: true });

/** Every example there is. The same files are asked through the gateway, each as its persona, in the tests. */
export const EXAMPLES: readonly Example[] = Object.entries(files).map(([path, text]) => parseExample(path, text));
