/** Goods of one item at one plant that may be used, in thousandths of its base unit. */
interface Heap {
  lot: string | null;
  /** True while they are the supplier's. */
  consigned: boolean;
  quantity: number;
}

/** A part of what was taken out. */
export interface Taken {
  lot: string | null;
  consigned: boolean;
  quantity: number;
}

/**
 * What may be used, as the simulated business itself knows it: nothing leaves that has not come in. Goods in inspection
 * or blocked are not here.
 */
export class StockRooms {
  private readonly heaps = new Map<string, Heap[]>();

  /** Free for use: released, our own or on consignment. */
  available(item: number, plant: number): number {
    return (this.heaps.get(`${item}|${plant}`) ?? []).reduce((sum, heap) => sum + heap.quantity, 0);
  }

  put(item: number, plant: number, quantity: number, lot: string | null, consigned = false): void {
    if (quantity <= 0) throw new RangeError(`cannot put ${quantity} into stock`);
    const place = `${item}|${plant}`;
    const heaps = this.heaps.get(place) ?? [];
    this.heaps.set(place, heaps);
    const same = heaps.find((heap) => heap.lot === lot && heap.consigned === consigned);
    if (same === undefined) heaps.push({ lot, consigned, quantity });
    else same.quantity += quantity;
  }

  /** Takes out what came in first. @throws when there is not so much: whoever takes has looked before */
  take(item: number, plant: number, quantity: number): readonly Taken[] {
    const heaps = this.heaps.get(`${item}|${plant}`) ?? [];
    const taken: Taken[] = [];
    let left = quantity;
    while (left > 0) {
      const heap = heaps[0];
      if (heap === undefined) throw new RangeError(`item ${item} at plant ${plant}: ${left} too few in stock`);
      const part = Math.min(left, heap.quantity);
      taken.push({ lot: heap.lot, consigned: heap.consigned, quantity: part });
      heap.quantity -= part;
      left -= part;
      if (heap.quantity === 0) heaps.shift();
    }
    return taken;
  }
}
