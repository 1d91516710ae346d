/**
 * A process of its own that uses a store: `node store-child.ts '<place as JSON>' <what>`. It prints
 * a line for each thing that the store has told it, and is killed by whoever started it.
 */
import { writeSync } from "node:fs";
import { hrtime } from "node:process";
import type { Delivery } from "../../src/store/delivery.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Mark } from "../../src/store/work.ts";

const [placeText = "", what = "", text = ""] = process.argv.slice(2);
const store = await openStore(JSON.parse(placeText));

/** At once, whatever becomes of us. */
function say(...words: readonly (string | number)[]): void {
  writeSync(1, `${words.join(" ")}\n`);
}

function delivery(guid: string): [Delivery, Mark[]] {
  const now = Date.now();
  const key = { installation: 1, repository: "acme/shop", subject: `pull/${guid}` };
  return [
    { ...key, guid, event: "push", action: null, receivedAt: now, size: 1 },
    [{ ...key, readyAt: now }],
  ];
}

function kill(): void {
  process.kill(process.pid, "SIGKILL");
}

const SCENES: Readonly<Record<string, () => Promise<void>>> = {
  async "die before the commit"() {
    store.receive(...delivery("one")).catch(() => {});
    kill();
  },
  async "die after the commit"() {
    await store.receive(...delivery("one"));
    kill();
  },
  async "die after the claim"() {
    const now = Number(text);
    await store.receive(...delivery("one"));
    await store.claim({ now: Date.now(), until: Date.now() + now, limit: 1 });
    say("claimed");
    kill();
  },
  async burst() {
    for (let round = 0; ; round += 1) {
      const guids = Array.from({ length: 5 }, (_, at) => `${text}-${round}-${at}`);
      await Promise.all(
        guids.map(async (guid) => {
          await store.receive(...delivery(guid));
          say("acknowledged", guid);
        }),
      );
    }
  },
  async "some, and end"() {
    for (let round = 0; round < 20; round += 1) {
      await store.receive(...delivery(`${text}-${round}`));
      say("acknowledged", round);
    }
    kill();
  },
  async hold() {
    say("holds");
    await new Promise((resolve) => setTimeout(resolve, 120_000));
  },
  /** Looks at whatever is there, each for a moment, until it is killed. */
  async work() {
    say("works");
    for (;;) {
      const now = Date.now();
      for (const lease of await store.claim({ now, until: now + Number(text), limit: 2 })) {
        say("begins", lease.subject, hrtime.bigint().toString());
        await new Promise((resolve) => setImmediate(resolve));
        const ends = hrtime.bigint().toString();
        const settled = await store.done(lease, { now: Date.now(), next: null });
        say(settled === "done" ? "ends" : "lost", lease.subject, ends);
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  },
};

await SCENES[what]?.();
