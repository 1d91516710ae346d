import type { RepositoryName } from "../github/client.ts";
import type { PullState } from "../github/pull/pull-state.ts";
import { type FactRequest, factKey } from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import { LatelyUsed } from "./lately-used.ts";

/** Of as many pull requests and branches at once. */
const MOST = 1_000;

/**
 * What judging a promotion asked to know the last time, or another one into the same branch did. Asked
 * for beforehand it comes in one go, where a judgement learns of it document by document. Only a
 * saving: what is expected wrongly is read in vain, and what is not expected is asked for as always.
 */
export class Expectation {
  readonly #asked = new LatelyUsed<readonly FactRequest[]>(MOST);
  readonly #into = new LatelyUsed<readonly string[]>(MOST);

  /** Reads what will be asked for; the source keeps it. */
  async read(pull: PullState, source: FactSource): Promise<void> {
    const expected = this.#asked.get(keyOfPull(pull)) ?? this.#asked.get(keyOfBranch(pull));
    if (expected !== undefined) await source.read(expected);
  }

  /** Notes what was asked for, in place of what was noted before. */
  note(pull: PullState, requests: readonly FactRequest[]): void {
    const each = [...new Map(requests.map((one) => [factKey(one), one])).values()];
    const lasting = each.filter(isLasting);
    this.#asked.set(keyOfPull(pull), lasting);
    this.#asked.set(keyOfBranch(pull), lasting.filter(isOfAll));
  }

  /** The branches whose pull requests were listed the last time since all would have been many. */
  openPullsInto(repository: RepositoryName): readonly string[] | null {
    return this.#into.get(keyOfRepository(repository)) ?? null;
  }

  noteOpenPulls(repository: RepositoryName, into: readonly string[] | null): void {
    if (into === null) this.#into.delete(keyOfRepository(repository));
    else this.#into.set(keyOfRepository(repository), into);
  }
}

function keyOfRepository({ owner, name }: RepositoryName): string {
  return `${owner}/${name}`;
}

function keyOfPull({ repository, number }: PullState): string {
  return `${repository}#${number}`;
}

function keyOfBranch({ repository, baseBranch }: PullState): string {
  return `${repository} ${baseBranch}`;
}

/** Commits come and go: who asks for one by its id asks for another the next time. */
function isLasting(request: FactRequest): boolean {
  return !("revision" in request) || ["evidence", "base"].includes(request.revision);
}

/** What the policy asks of every pull request, and not what is named by the documents of one. */
function isOfAll({ kind }: FactRequest): boolean {
  return kind === "file" || kind === "files" || kind === "folders";
}
