import type { Store } from "../../store/store.ts";
import type { Lease } from "../../store/work.ts";
import type { Look } from "./look.ts";

/** What is being looked at in this process, so that it can be let go of. */
export class UnderWay {
  readonly #leases = new Set<Lease>();

  /** Looks as `look` does, and keeps account of it. */
  counted(look: Look): Look {
    return async (held) => {
      this.#leases.add(held.lease);
      try {
        return await look(held);
      } finally {
        this.#leases.delete(held.lease);
      }
    };
  }

  /**
   * Gives everything back, for others to look at now: whoever is still at work here finds its lease
   * lost before the next write.
   *
   * @returns how much that was
   */
  async letGo(store: Pick<Store, "release">, now: number): Promise<number> {
    const leases = [...this.#leases];
    await Promise.all(leases.map((lease) => store.release(lease, { at: now, error: null })));
    return leases.length;
  }
}
