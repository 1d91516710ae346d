import type { Call } from "../../../bench/app/github/github-server.ts";
import type { HostedPull, HostedRepository } from "../../../bench/app/github/hosted.ts";

interface Wrote {
  readonly by: string;
  readonly at: number;
}

/**
 * What GitHub sees of the service, held against what is promised: S1 (no pass without a reason), S2
 * (one evaluation of a pull request writes at a time), L1 (each acknowledged delivery is followed by an
 * evaluation that began after it was sent), and at the end L2: each head says once what is right.
 */
export class Promises {
  readonly violations: string[] = [];
  readonly #repositories: ReadonlyMap<string, HostedRepository>;
  /** In the order of what happens, not in time. */
  #moment = 0;
  /** By process and pull request: when it last read that to judge it. */
  readonly #read = new Map<string, number>();
  readonly #looked = new Map<string, number>();
  readonly #acknowledged = new Map<string, number>();
  readonly #wrote = new Map<string, Wrote>();
  readonly #writing = new Map<string, Set<string>>();
  readonly #ready = new Map<string, boolean>();

  constructor(repositories: ReadonlyMap<string, HostedRepository>) {
    this.#repositories = repositories;
  }

  /** @returns the moment, of something that is about to happen. */
  now(): number {
    this.#moment += 1;
    return this.#moment;
  }

  pushed(head: string, isReady: boolean): void {
    this.#ready.set(head, isReady);
  }

  /** A delivery about it was answered with 202. */
  acknowledged(pull: string, sent: number): void {
    this.#acknowledged.set(pull, Math.max(sent, this.#acknowledged.get(pull) ?? 0));
  }

  heard(call: Call): () => void {
    const { by, judges } = call;
    if (judges !== null) {
      this.#looked.set(judges, this.now());
      this.#read.set(`${by} ${judges}`, this.now());
    }
    if (call.method === "GET" || call.url.endsWith("/graphql")) return () => {};
    const written = this.#writtenTo(call);
    return written === null ? () => {} : this.#writes(written, by);
  }

  /** Pull requests that were told of and not looked at since. */
  unlooked(): readonly string[] {
    return [...this.#acknowledged]
      .filter(([pull, sent]) => (this.#looked.get(pull) ?? 0) < sent)
      .map(([pull]) => pull);
  }

  /** Pull requests that do not show once what is right. */
  wrong(): readonly string[] {
    return [...this.#repositories].flatMap(([repository, { pulls }]) =>
      [...pulls.values()]
        .filter((pull) => !isRight(pull))
        .map((pull) => `${repository}#${pull.number}`),
    );
  }

  #writes(pull: string, by: string): () => void {
    const others = this.#writing.get(pull) ?? new Set();
    this.#writing.set(pull, others);
    if ([...others].some((other) => other !== by))
      this.#say("S2", pull, "is written by two at once");
    const last = this.#wrote.get(pull);
    const read = this.#read.get(`${by} ${pull}`) ?? 0;
    if (last !== undefined && last.by !== by && last.at > read) {
      this.#say("S2", pull, "was written by who had read it before another wrote");
    }
    others.add(by);
    return () => {
      others.delete(by);
      this.#wrote.set(pull, { by, at: this.now() });
    };
  }

  /** The pull request that a write is about; a pass is looked at on the way. */
  #writtenTo({ url, body }: Call): string | null {
    const [, name = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)\/(.*)$/.exec(url) ?? [];
    const pulls = [...(this.#repositories.get(name)?.pulls.values() ?? [])];
    const id = Number(/\d+/.exec(rest)?.[0] ?? Number.NaN);
    const found = pulls.find((pull) => {
      if (rest.startsWith("check-runs")) return headWritten(pull, id, body) !== undefined;
      if (rest.startsWith("issues/comments")) return pull.comments.some((one) => one.id === id);
      return rest.startsWith("issues/") && pull.number === id;
    });
    if (found === undefined) return null;
    const pull = `${name}#${found.number}`;
    const head = headWritten(found, id, body);
    if (body.conclusion === "success" && head !== undefined && this.#ready.get(head) !== true) {
      this.#say("S1", pull, `lets ${head} pass, which lacks something`);
    }
    return pull;
  }

  #say(promise: string, pull: string, what: string): void {
    this.violations.push(`${promise}: ${pull} ${what}`);
  }
}

function headWritten(
  pull: HostedPull,
  run: number,
  { head_sha: head }: Readonly<Record<string, unknown>>,
): string | undefined {
  if (typeof head === "string") return pull.heads.has(head) ? head : undefined;
  return [...pull.runs].find(([, runs]) => runs.some(({ id }) => id === run))?.[0];
}

function isRight({ head, ready, runs, comments }: HostedPull): boolean {
  const said = (runs.get(head) ?? []).map(({ conclusion }) => conclusion);
  return said.join() === (ready ? "success" : "failure") && comments.length === 1;
}
