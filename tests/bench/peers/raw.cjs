// The same bytes without any GraphQL: what is left is HTTP.
const { inputs, serveBare } = require('./serve.cjs');

const answers = inputs.answers.map((text) => Buffer.from(text, 'utf8'));
void serveBare(async ({ variables }) => answers[variables.offset]);
