import { isStatusComment } from "../../../src/model/marker.ts";
import type { Lease, Mark } from "../../../src/store/work.ts";
import { expectedOf, passes, promotionsIn, type Seen } from "./expected.ts";
import type { Hosted } from "./hosted.ts";
import { APP, BOT, CONTEXT, type HostedState, type Pull, STAGE_BRANCH } from "./hosted-state.ts";
import type { RequestWatch } from "./model-client.ts";
import type { StoreWatch } from "./shared-store.ts";

/** One look at a subject, from its lease on. */
export interface Looked {
  readonly subject: string;
  /** Of all looks. */
  readonly order: number;
  /** What GitHub showed it. */
  readonly seen: Seen[];
  readonly levels: string[];
  reads: number;
  writes: number;
  isDone: boolean;
}

/** How far a clock may be off: what GitHub's own is believed to be, and how long a look takes. */
const CLOCKS_APART = 61_000;

/**
 * Watches a story, and says what was promised and not kept: S1 to S3 at each write, the others when
 * they are asked for.
 */
export class Claims implements RequestWatch<Looked>, StoreWatch {
  readonly violations: string[] = [];
  readonly hosted: Hosted;
  readonly #now: () => number;
  readonly #looks = new Map<string, Looked>();
  /** Subjects that a delivery marked, and how many looks there had been by then. */
  readonly #kept: { readonly subject: string; readonly looks: number; isLost: boolean }[] = [];
  /** How far the clocks of processes have been set wrong. */
  clocksApart = CLOCKS_APART;
  #isSettling = false;

  constructor(hosted: Hosted, now: () => number) {
    this.hosted = hosted;
    this.#now = now;
  }

  look(token: string): Looked | undefined {
    return this.#looks.get(token);
  }

  get looks(): readonly Looked[] {
    return [...this.#looks.values()];
  }

  leased({ token, subject }: Lease): void {
    const order = this.#looks.size;
    const look = { subject, order, seen: [], levels: [], reads: 0, writes: 0, isDone: false };
    this.#looks.set(token, look);
  }

  settled({ token }: Lease): void {
    const look = this.#looks.get(token);
    if (look !== undefined) look.isDone = true;
  }

  kept(marks: readonly Mark[]): void {
    const looks = this.#looks.size;
    this.#kept.push(...marks.map(({ subject }) => ({ subject, looks, isLost: false })));
  }

  lost(): void {
    for (const one of this.#kept) one.isLost = true;
  }

  read(look: Looked | null, state: HostedState, at: number): void {
    if (look === null) return;
    look.reads += 1;
    look.seen.push({ state, at, access: look.levels });
  }

  accessRead(look: Looked | null, _: string, level: string): void {
    look?.levels.push(level);
  }

  broke(error: unknown): void {
    this.#say("the model", String(error));
  }

  writing(look: Looked | null, route: string, given: Readonly<Record<string, unknown>>): void {
    if (look === null) return;
    look.writes += 1;
    if (this.#isSettling)
      this.#say("B1", `${look.subject} wrote though nothing had changed: ${route}`);
    const overtaken = this.looks.some(
      ({ subject, order, writes }) => subject === look.subject && order > look.order && writes > 0,
    );
    if (overtaken) this.#say("S2", `${look.subject} was written by two looks at once`);
    if (!route.includes("/check-runs") || given.conclusion === undefined) return;
    const { check_run_id: id, head_sha: sha } = given;
    const there = this.hosted.state.runs.find((run) => run.id === id);
    // What is said of changes to the policy is no verdict on a promotion.
    if ((given.name ?? there?.name) !== CONTEXT) return;
    const head = String(sha ?? there?.sha);
    this.#judge(look, head, given.conclusion === "success");
  }

  #judge(look: Looked, head: string, isPass: boolean): void {
    const number = Number(look.subject.replace("pull/", ""));
    const pullIn = ({ state }: Seen) => state.pulls.find((pull) => pull.number === number);
    const isOfHead = (seen: Seen) => pullIn(seen)?.head === head;
    // A pass is also taken back on what was its head at an earlier look.
    const looks = isPass ? [look] : this.looks.filter(({ subject }) => subject === look.subject);
    if (!looks.some(({ seen }) => seen.some(isOfHead))) {
      this.#say("S3", `${look.subject} wrote to ${head}, which was never its head`);
    }
    if (!isPass) return;
    const last = look.seen.at(-1);
    if (last === undefined || !isOfHead(last)) {
      this.#say(
        "S3",
        `${look.subject} let ${head} pass, and had seen that it was its head no more`,
      );
    }
    const isFounded = look.seen.some((seen) => {
      const pull = pullIn(seen);
      return pull !== undefined && isOfHead(seen) && this.#wasPass(pull, seen);
    });
    if (!isFounded) this.#say("S1", `${look.subject} let ${head} pass, and saw no reason to`);
  }

  #wasPass(pull: Pull, seen: Seen): boolean {
    const at = seen.at - this.clocksApart;
    return pull.base === STAGE_BRANCH && passes(pull, this.hosted, { ...seen, at });
  }

  /** L1: each delivery that was kept was followed by a look that began after it and came to its end. */
  checkLookedAt(): void {
    for (const { subject, looks, isLost } of this.#kept) {
      if (isLost) continue;
      const isLooked = this.looks.some(
        (look) => look.subject === subject && look.order >= looks && look.isDone,
      );
      if (!isLooked) this.#say("L1", `${subject} was marked, and never looked at after that`);
    }
  }

  /** L2: GitHub shows what follows from its state, and each thing once. */
  checkShown(): void {
    const { state } = this.hosted;
    for (const [sha, conclusion] of expectedOf(this.hosted, this.#now())) {
      const own = state.runs.filter((run) => run.app === APP && run.name === CONTEXT);
      const newest = own.findLast((run) => run.sha === sha);
      if (newest?.conclusion === conclusion) continue;
      this.#say("L2", `${sha} shows ${newest?.conclusion} and not ${conclusion}`);
    }
    for (const { number, comments } of promotionsIn(state)) {
      const own = comments.filter(
        ({ author, body }) => author === BOT && isStatusComment(body, STAGE_BRANCH),
      ).length;
      if (own > 1) this.#say("L2", `#${number} has ${own} comments of ours`);
    }
    const open = state.issues.filter(({ isOpen }) => isOpen).length;
    if (open > 1) this.#say("L2", `${open} issues are open about the one runbook`);
  }

  /** From now on nothing changes, and nothing may be written. */
  settle(): void {
    this.#isSettling = true;
  }

  /** B1: what was looked at since and had not changed took few reads. */
  checkCheap(since: number, most: number): void {
    for (const { subject, reads } of this.looks.slice(since)) {
      if (reads > most)
        this.#say("B1", `${subject} took ${reads} reads though nothing had changed`);
    }
  }

  #say(claim: string, what: string): void {
    const at = new Date(this.#now()).toISOString().slice(11, 23);
    this.violations.push(`${claim} at ${at}: ${what}`);
  }
}
