// mercurius' gateway with its compiler (jit), over the Federation 1 form of the same subgraphs.
const fastify = require('fastify');
const gateway = require('@mercuriusjs/gateway');
const { inputs, ready } = require('../serve.cjs');

const app = fastify();
app.register(gateway, {
  jit: 1,
  gateway: {
    services: Object.entries(inputs.urls).map(([name, url]) => ({
      name,
      url: `${url}/graphql`,
      schema: inputs.federation1[name],
    })),
  },
});
void app.listen({ port: 0, host: '127.0.0.1' }).then((url) => ready(`${url}/graphql`));
