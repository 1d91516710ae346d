import { auditPush, type Push } from "../../promotion/audit-push.ts";
import { entryOf } from "./entry-of.ts";
import type { Held, Looked } from "./look.ts";
import { type Judging, promotingIn } from "./promoting-in.ts";

/** GitHub tells of a push before it tells of its pull requests: what has none is looked at again. */
const AGAIN = 60_000;
const SEEN = "seen";

/** Sees whether a push brought anything that had not passed. */
export async function audit(push: Push, held: Held, judging: Judging): Promise<Looked> {
  const { lease } = held;
  const audited = await auditPush(push, promotingIn(held, judging), lease.memo === SEEN);
  const at = judging.now();
  switch (audited.state) {
    case "clean":
      return { state: "settled", next: null };
    case "unsure":
      return { state: "settled", next: at + AGAIN, memo: SEEN };
    case "incident": {
      const { stage, intruders } = audited;
      const detail = { by: push.by, intruders };
      const what = { kind: "incident", outcome: "without-pass", detail };
      const entry = entryOf(lease, { at, stage, head: push.after, ...what });
      return { state: "settled", next: null, history: [entry] };
    }
  }
}
