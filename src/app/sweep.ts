import type { Store } from "../store/store.ts";
import type { Mark } from "../store/work.ts";
import { type Subject, subjectText } from "./subject.ts";

export interface Sweeping {
  readonly store: Pick<Store, "mark" | "listen">;
  /** Milliseconds between two looks at everything. */
  readonly every: number;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  failed(error: unknown): void;
}

/** What no event tells of, and what was lost on its way: so often, and on start, all is looked at. */
const EVERYTHING: readonly Subject[] = [{ kind: "app" }, { kind: "deliveries" }];

/**
 * Marks everything on start, then again and again, and when the store was lost: the work list is
 * only ever a hint of what GitHub knows.
 */
export class Sweeper {
  readonly #sweeping: Sweeping;
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;

  constructor(sweeping: Sweeping) {
    this.#sweeping = sweeping;
  }

  start(): void {
    const { store } = this.#sweeping;
    const unlisten = store.listen((news) => {
      if (news === "lost") void this.sweep();
    });
    this.#loop = this.#run().finally(unlisten);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { every, sleep } = this.#sweeping;
    while (!this.#stop.signal.aborted) {
      await this.sweep();
      await sleep(every, this.#stop.signal);
    }
  }

  /** Marks everything now. */
  async sweep(): Promise<void> {
    const { store, now, failed } = this.#sweeping;
    const readyAt = now();
    const marks = EVERYTHING.map((subject): Mark => {
      return { installation: 0, repository: "", subject: subjectText(subject), readyAt };
    });
    try {
      await store.mark(marks, readyAt);
    } catch (error) {
      failed(error);
    }
  }
}
