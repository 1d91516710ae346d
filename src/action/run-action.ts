import type { OpenedPull } from "../github/open-pull.ts";
import type { Promoting } from "../promotion/promote.ts";
import { type Attempt, attempt, promoteAll } from "../promotion/promote-all.ts";
import { promoteGroup } from "../promotion/promote-group.ts";
import type { Subject } from "./event.ts";

/** What a run came to. */
export interface Ran {
  readonly attempts: readonly Attempt[];
  /** Why there was nothing to do; `null` where there was. */
  readonly nothing: string | null;
}

/**
 * @param opening the first look at the pull request it is about, where there is one
 * @throws {GitHubFailure} where not even the pull requests can be listed.
 */
export async function runAction(
  subject: Subject,
  promoting: Promoting,
  opening: Promise<OpenedPull> | null = null,
): Promise<Ran> {
  switch (subject.kind) {
    case "nothing":
      return { attempts: [], nothing: subject.why };
    case "pull":
      return {
        attempts: [
          await attempt(subject.number, promoting, {
            awaited: ({ id }) => id === subject.comment,
            opening,
          }),
        ],
        nothing: null,
      };
    case "all": {
      const attempts = await promoteAll(promoting);
      const nothing = attempts.length === 0 ? "no open pull request is a promotion" : null;
      return { attempts, nothing };
    }
    case "merge-group":
      return { attempts: await promoteGroup(subject, promoting), nothing: null };
  }
}
