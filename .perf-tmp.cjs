const { startTemporaryPostgres } = require('tsx/cjs/api').require(
  './infra/src/postgres/temporary-postgres.ts',
  __filename,
);
const { performance } = require('node:perf_hooks');
const fs = require('fs');
const { Client } = require('pg');
const oq = Client.prototype.query;
const acc = {};
Client.prototype.query = function (t, ...a) {
  const k = (typeof t === 'string' ? t : t.text || '').replace(/\s+/g, ' ').slice(0, 90);
  const t0 = performance.now();
  const rec = () => {
    const r = acc[k] || (acc[k] = { n: 0, ms: 0 });
    r.n++;
    r.ms += performance.now() - t0;
  };
  const last = a[a.length - 1];
  if (typeof last === 'function') {
    a[a.length - 1] = function (...x) {
      rec();
      return last.apply(this, x);
    };
    return oq.call(this, t, ...a);
  }
  const r = oq.call(this, t, ...a);
  if (r && r.then) r.then(rec, rec);
  return r;
};
process.on('exit', () =>
  Object.entries(acc)
    .sort((a, b) => b[1].ms - a[1].ms)
    .slice(0, 28)
    .forEach(([k, v]) => console.log(v.ms.toFixed(0).padStart(7), String(v.n).padStart(5), k)),
);

(async () => {
  const pg = await startTemporaryPostgres();
  process.env.SIGHTLINE_TEST_ADMIN_URL = pg.adminUrl;
  const { createTestDatabase } = require('@sightline/kit/testing/test-database');
  const { startTestSubgraphs } = require('@sightline/kit/testing/run-platform');
  const { systemClock } = require('@sightline/kit/time/clock');
  const db = await createTestDatabase();
  const p = await startTestSubgraphs(
    [require('@sightline/suppliers/subgraph').subgraph, require('@sightline/inventory/subgraph').subgraph],
    { database: db, clock: systemClock },
  );
  try {
    const { judgeFile } = require('@sightline/sources/scms/judge');
    const { factsOf, withImport } = require('@sightline/sources/scms/rows-to-facts');
    const j = judgeFile(fs.readFileSync('../shared/data/scms/scms_open.csv'));
    const f = withImport(factsOf(j.value), 'imp-1');
    const cp = require('child_process');
    const pgcpu = () => {
      let tot = 0;
      for (const d of fs.readdirSync('/proc')) {
        if (!/^\d+$/.test(d)) continue;
        try {
          const st = fs.readFileSync(`/proc/${d}/stat`, 'utf8');
          const cmd = fs.readFileSync(`/proc/${d}/cmdline`, 'utf8');
          if (/postgres/.test(cmd) && cmd.includes('test_')) {
            const f = st.slice(st.lastIndexOf(')') + 2).split(' ');
            tot += (+f[11] + +f[12]) * 10;
          }
        } catch {}
      }
      return tot;
    };
    const c0 = process.cpuUsage();
    const pg0 = pgcpu();
    let lastc = 0,
      lastp = pg0;
    const cpu = (n) => {
      const c = process.cpuUsage(c0);
      const j = (c.user + c.system) / 1000;
      const p = pgcpu();
      console.log(
        '  CPU',
        n.padEnd(20),
        'js',
        (j - lastc).toFixed(0),
        'pg',
        p - lastp,
        '| total js',
        j.toFixed(0),
        'pg',
        p - pg0,
      );
      lastc = j;
      lastp = p;
    };
    const t0 = performance.now();
    const lap = (n, t) => console.log(n.padEnd(30), (performance.now() - t).toFixed(0));
    const door = async (sg, m, type, inputs) => {
      for (let i = 0; i < inputs.length; i += 1000) {
        const t = performance.now();
        const a = await p.ask(
          sg,
          'integrator',
          `mutation($inputs:[${type}!]!){${m}(inputs:$inputs){applied parked duplicates refused results{idempotencyKey outcome userErrors{code message}}}}`,
          { inputs: inputs.slice(i, i + 1000) },
        );
        if (a.errors.length) throw new Error(JSON.stringify(a.errors).slice(0, 600));
        const r = a.data[m];
        if (r.refused || r.parked)
          console.log(JSON.stringify(r.results.filter((x) => x.userErrors.length).slice(0, 3)));
        lap(m, t);
      }
    };
    await door('suppliers', 'onboardSuppliers', 'SupplierInput', f.suppliers);
    cpu('suppliers');
    await door('suppliers', 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', f.lines);
    cpu('lines');
    await door('inventory', 'postGoodsReceipts', 'GoodsReceiptInput', f.receipts);
    cpu('receipts');
    let t = performance.now();
    await p.subgraph('suppliers').step();
    lap('suppliers.step', t);
    t = performance.now();
    await p.subgraph('inventory').step();
    lap('inventory.step', t);
    t = performance.now();
    await p.subgraph('suppliers').step();
    lap('suppliers.step', t);
    t = performance.now();
    await p.settle();
    lap('settle', t);
    cpu('settle');
    const { IMPORT_SEALED_V1 } = require('@sightline/contracts/events/flow-marks.v1');
    const now = new Date().toISOString();
    p.scripted('operations').publish({
      eventId: require('crypto').randomUUID(),
      type: IMPORT_SEALED_V1,
      subjectType: 'ImportJob',
      subjectId: 'imp-1',
      subjectVersion: 2,
      tenant: null,
      source: null,
      occurred: { at: now, on: now.slice(0, 10) },
      recorded: { at: now, on: now.slice(0, 10) },
      ingestedAt: now,
      payload: { importId: 'imp-1', sourceSystemId: 'usaid-scms', reason: null },
    });
    for (let i = 0; i < 4; i++)
      for (const s of ['suppliers', 'inventory']) {
        t = performance.now();
        const n = await p.subgraph(s).step();
        lap('seal ' + s + ' ' + n, t);
      }
    cpu('seal');
    lap('TOTAL', t0);
    t = performance.now();
    const q = await p.ask(
      'suppliers',
      'executive',
      '{supplierPerformance(window:{from:"2006-01-01",to:"2015-12-31"}){onTime{n value} leadTime{n mean median p90}} orderBook(asOf:"2014-09-30T23:59:59Z",knownAt:"2014-09-30T23:59:59Z"){overdue{value} falselyOverdue{value}}}',
    );
    console.log(JSON.stringify(q));
    lap('query', t);
  } finally {
    await p.stop();
    await db.drop();
    await pg.stop();
  }
})().catch((e) => {
  console.error(e);
  process.exit(1);
});
