import { lineSent, post, receipt, startInventory } from './inventory-platform';
it('bench', async () => {
  const inventory = await startInventory();
  const db = inventory.subgraph('inventory').database;
  let pg = 0; const per = new Map<string, number>();
  const orig = (db as any).driver.master.constructor;
  const { Client } = require('pg');
  const q = Client.prototype.query;
  Client.prototype.query = function (...a: any[]) { const t = performance.now(); const r = q.apply(this, a); const k = String(a[0]?.text ?? a[0]).slice(0, 50).replace(/\s+/g, ' '); if (r?.then) r.then(() => { const d = performance.now() - t; pg += d; per.set(k, (per.get(k) ?? 0) + d); }, () => 0); return r; };
  for (let b = 0; b < 8; b++) {
    const inputs = Array.from({ length: 1000 }, (_, i) => receipt(`B${b}/${i}`, { externalIds: [{ sourceSystemId: 'erp', type: 'goodsReceipt', value: `G${b}-${i}` }], shipmentNumber: `S${i}`, plantCode: 'BER' }, { importId: 'imp', backfill: true }));
    pg = 0; per.clear(); const cpu = process.cpuUsage(); const t = performance.now();
    const a = await post(inventory, inputs);
    const c = process.cpuUsage(cpu);
    console.log(b, a.applied, 'wall', (performance.now() - t).toFixed(0), 'sumpg', pg.toFixed(0), 'cpu', ((c.user + c.system) / 1000).toFixed(0), JSON.stringify([...per].map(([k, v]) => [k, v.toFixed(0)])));
  }
  inventory.scripted('suppliers').publish(...Array.from({ length: 8000 }, (_, i) => lineSent(`B${Math.floor(i / 1000)}/${i % 1000}`, { supplier: 'ACME', sku: `S${i % 500}`, importId: 'imp' })));
  let t = performance.now(); pg = 0; per.clear();
  await inventory.settle(); console.log('settle', (performance.now() - t).toFixed(0), 'pg', pg.toFixed(0), JSON.stringify([...per].map(([k, v]) => [k, v.toFixed(0)])));
  const { importMark } = require('./inventory-platform');
  inventory.scripted('operations').publish(importMark('SEALED', 'imp'));
  t = performance.now(); per.clear();
  await inventory.settle(); console.log('seal', (performance.now() - t).toFixed(0), JSON.stringify([...per].map(([k, v]) => [k, v.toFixed(0)])));
  await inventory.end();
}, 120000);
