import type { Clockwork } from "./clockwork.ts";
import {
  APP,
  type Comment,
  type HostedState,
  INSTALLATION,
  LEAD,
  POLICIES,
  POLICY_BRANCH,
  type Pull,
  REPOSITORY,
  RUNBOOK,
  STAGE_BRANCH,
  STRANGE_APP,
} from "./hosted-state.ts";

/** What GitHub tells of. */
export interface HostedEvent {
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What people did since, so that answers can be of a moment gone by. */
interface Moment {
  readonly at: number;
  readonly state: HostedState;
}

/** Moments further back are forgotten. */
const MOST_MOMENTS = 60;

/** A GitHub of one repository: what people and programs do to it, and what it tells of. */
export class Hosted {
  readonly commits = new Map<string, Readonly<Record<string, string>>>();
  readonly merges = new Map<string, string>();
  readonly #clockwork: Clockwork;
  readonly #tell: (event: HostedEvent) => void;
  readonly #moments: Moment[] = [];
  #state: HostedState;
  /** Of the state, until it changes. */
  #copy: HostedState | null = null;
  #number = 100;

  constructor(clockwork: Clockwork, tell: (event: HostedEvent) => void) {
    this.#clockwork = clockwork;
    this.#tell = tell;
    this.#state = {
      branches: { [STAGE_BRANCH]: this.commit({}), [POLICY_BRANCH]: this.commit(policyFiles(0)) },
      ...{ pulls: [], runs: [], issues: [] },
      access: { ana: "write", raj: "admin" },
    };
  }

  get state(): HostedState {
    return this.#state;
  }

  /** As it was then, and stays. */
  stateAt(moment: number): HostedState {
    return this.#moments.find(({ at }) => at > moment)?.state ?? this.#kept();
  }

  #kept(): HostedState {
    this.#copy ??= structuredClone(this.#state);
    return this.#copy;
  }

  /** Has something happen, after keeping how it was before. */
  change(what: (state: HostedState) => void, ...events: readonly HostedEvent[]): void {
    this.#moments.push({ at: this.#clockwork.now, state: this.#kept() });
    if (this.#moments.length > MOST_MOMENTS) this.#moments.shift();
    this.#copy = null;
    what(this.#state);
    for (const { event, payload } of events) {
      const here = { repository: { full_name: REPOSITORY }, installation: { id: INSTALLATION } };
      this.#tell({ event, payload: { ...payload, ...here } });
    }
  }

  nextNumber(): number {
    this.#number += 1;
    return this.#number;
  }

  commit(files: Readonly<Record<string, string>>): string {
    const sha = (0xabc000 + this.commits.size).toString(16).padStart(40, "a");
    this.commits.set(sha, files);
    return sha;
  }

  /** GitHub's merge of both, which has what the head has. */
  mergeOf(base: string, head: string): string {
    const key = `${base} ${head}`;
    const there = this.merges.get(key) ?? this.commit(this.commits.get(head) ?? {});
    this.merges.set(key, there);
    return there;
  }

  openPull(number: number, head: string, base: string): void {
    const pull: Pull = {
      ...{ number, author: "ana", at: this.#clockwork.now, isOpen: true, head, base },
      ...{ reviews: [], comments: [], moves: [] },
    };
    this.change(({ pulls }) => pulls.push(pull), ofPull(number, "opened"));
  }

  push(number: number, ready: boolean, isForced: boolean): void {
    const sha = this.commit(ready ? { [RUNBOOK]: "# Runbook\n\nTurn it off and on.\n" } : {});
    this.#change(
      number,
      (pull) => {
        pull.head = sha;
        if (isForced) pull.moves.push(this.#move("force"));
      },
      { event: "push", payload: { ref: `refs/heads/feature-${number}` } },
      ofPull(number, "synchronize"),
    );
  }

  /** Has two pull requests ask for the same commit. */
  pushSame(number: number, as: number): void {
    const head = this.state.pulls.find((pull) => pull.number === as)?.head;
    if (head === undefined) return;
    const moved = (pull: Pull) => {
      pull.head = head;
      pull.moves.push(this.#move("force"));
    };
    this.#change(number, moved, ofPull(number, "synchronize"));
  }

  retarget(number: number): void {
    const moved = (pull: Pull) => {
      pull.base = pull.base === STAGE_BRANCH ? POLICY_BRANCH : STAGE_BRANCH;
      pull.moves.push(this.#move("base"));
    };
    this.#change(number, moved, ofPull(number, "edited"));
  }

  toggle(number: number): void {
    const toggled = (pull: Pull) => {
      pull.isOpen = !pull.isOpen;
    };
    this.#change(number, toggled, ofPull(number, "closed"));
  }

  review(number: number, said: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED"): void {
    const id = this.nextNumber();
    const at = this.#clockwork.now;
    this.#change(
      number,
      ({ reviews, head }) =>
        reviews.push({ id, author: LEAD, said, commit: head, at, isDismissed: false }),
      { event: "pull_request_review", payload: { pull_request: { number }, action: "submitted" } },
    );
  }

  dismiss(number: number): void {
    this.#change(
      number,
      ({ reviews }) => {
        const last = reviews.findLast(({ said }) => said !== "COMMENTED");
        if (last !== undefined) last.isDismissed = true;
      },
      { event: "pull_request_review", payload: { pull_request: { number }, action: "dismissed" } },
    );
  }

  say(number: number, author: string, body: string): Comment {
    const at = this.#clockwork.now;
    const said = { id: this.nextNumber(), author, body, at };
    const comment: Comment = { ...said, isEdited: false, reactions: [] };
    this.#change(number, ({ comments }) => comments.push(comment), ofComment(number, "created"));
    return comment;
  }

  setPolicy(version: number): void {
    const sha = this.commit(policyFiles(version));
    this.change(
      ({ branches }) => {
        branches[POLICY_BRANCH] = sha;
      },
      { event: "push", payload: { ref: `refs/heads/${POLICY_BRANCH}` } },
    );
  }

  setAccess(level: "read" | "admin"): void {
    this.change(
      ({ access }) => {
        access[LEAD] = level;
      },
      { event: "member", payload: { action: "edited" } },
    );
  }

  /** A check run by somebody else's app, under our name. */
  forge(number: number, name: string): void {
    const sha = this.state.pulls.find((pull) => pull.number === number)?.head;
    if (sha === undefined) return;
    const id = this.nextNumber();
    this.change(
      ({ runs }) => {
        const said = { conclusion: "success", externalId: "" };
        runs.push({ id, app: STRANGE_APP, sha, name, ...said });
      },
      ofRun("created", { sha, name, app: STRANGE_APP }),
    );
  }

  /** Somebody presses the button beside our check run. */
  rerequest(number: number, name: string): void {
    const sha = this.state.pulls.find((pull) => pull.number === number)?.head;
    if (sha === undefined) return;
    this.change(() => {}, ofRun("rerequested", { sha, name, app: APP }));
  }

  #change(number: number, what: (pull: Pull) => void, ...events: readonly HostedEvent[]): void {
    this.change(
      ({ pulls }) => {
        const pull = pulls.find((one) => one.number === number);
        if (pull !== undefined) what(pull);
      },
      ...events,
    );
  }

  #move(what: "force" | "base"): Pull["moves"][number] {
    return { id: `move-${this.nextNumber()}`, at: this.#clockwork.now, what };
  }
}

function policyFiles(version: number): Readonly<Record<string, string>> {
  return { ".github/stage-gates.yml": POLICIES[version]?.text ?? "" };
}

function ofPull(number: number, action: string): HostedEvent {
  return { event: "pull_request", payload: { action, pull_request: { number } } };
}

export function ofComment(number: number, action: string): HostedEvent {
  const issue = { number, pull_request: {} };
  return { event: "issue_comment", payload: { action, issue } };
}

export function ofRun(
  action: string,
  { sha, name, app }: { readonly sha: string; readonly name: string; readonly app: number },
): HostedEvent {
  return {
    event: "check_run",
    payload: { action, check_run: { head_sha: sha, name, app: { id: app } } },
  };
}
