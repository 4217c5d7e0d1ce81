import path from 'node:path';
import {
  ConfigurationTrouble,
  PROJECT_DIR,
  readGatewayProcessConfig,
  readLaunchConfig,
  readSubgraphProcessConfig,
} from './config';

describe('what a launcher is told', () => {
  it('needs to be told nothing', () => {
    expect(readLaunchConfig({})).toEqual({
      homeDir: path.join(PROJECT_DIR, '.sightline'),
      host: '127.0.0.1',
      port: 4000,
      databases: { adminUrl: null, own: {} },
    });
  });

  it('takes one database for all, or one of its own for a subgraph', () => {
    const { databases } = readLaunchConfig({
      DATABASE_URL: 'postgres://a@h/d',
      QUALITY_DATABASE_URL: 'postgresql://q@other/d',
    });
    expect(databases).toEqual({ adminUrl: 'postgres://a@h/d', own: { quality: 'postgresql://q@other/d' } });
  });

  it('hears everything that is wrong at once, and no password', () => {
    const read = (): unknown =>
      readLaunchConfig({
        SIGHTLINE_PORT: '4000x',
        DATABASE_URL: 'mysql://root:secret@h/d',
        SUPPLIERS_DATABASE_URL: 'nonsense',
      });
    expect(read).toThrow(ConfigurationTrouble);
    expect(read).toThrow(/SIGHTLINE_PORT is "4000x".*SUPPLIERS_DATABASE_URL is not.*DATABASE_URL is not/s);
    expect(read).not.toThrow(/secret/);
  });
});

describe('what a process of its own is told', () => {
  it('says which addresses are missing', () => {
    expect(() => readGatewayProcessConfig({ SUPPLIERS_URL: 'http://127.0.0.1:1' })).toThrow(
      /INVENTORY_URL is missing.*OPERATIONS_URL is missing/s,
    );
  });

  it('has a database and a port', () => {
    expect(() => readSubgraphProcessConfig({}, 'quality')).toThrow(
      /QUALITY_DATABASE_URL is missing.*SIGHTLINE_SUBGRAPH_PORT is missing/s,
    );
  });
});
