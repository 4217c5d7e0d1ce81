const path = require('node:path');

// For dependency-cruiser: packages of the workspace are judged by their sources, whether or not anything has been built.
const root = path.resolve(__dirname, '../..');
const subgraphPackages = ['contracts', 'kit', 'suppliers', 'inventory', 'production', 'quality', 'operations'];
const otherPackages = ['gateway', 'sources', 'infra'];

module.exports = {
  resolve: {
    alias: {
      '@sightline/kit/schema': path.join(root, 'subgraphs/kit/schema'),
      ...Object.fromEntries(
        subgraphPackages.map((name) => [`@sightline/${name}`, path.join(root, 'subgraphs', name, 'src')]),
      ),
      ...Object.fromEntries(otherPackages.map((name) => [`@sightline/${name}`, path.join(root, name, 'src')])),
    },
  },
};
