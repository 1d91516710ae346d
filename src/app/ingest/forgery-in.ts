import { dataAt } from "../../github/answer-data.ts";
import { isOurContext } from "../../model/context.ts";

/** A check or a status of a name of ours that somebody else wrote. All of it is text of others. */
export interface Forgery {
  readonly name: string;
  /** The app that wrote the check, or the account that wrote the status. */
  readonly by: string;
  readonly head: string;
}

/** Nothing of it has to be longer to be recognized. */
const LONGEST = 200;

/**
 * What an event tells of that bears our name and is not ours. Where the branch waits for the check of
 * our app it counts for nothing; where it waits for the name alone, it may have been merged by it.
 *
 * @param own number of our app
 */
export function forgeryIn(event: string, payload: unknown, own: number): Forgery | null {
  const text = (...path: readonly string[]) =>
    String(dataAt(payload, ...path) ?? "").slice(0, LONGEST);
  if (event === "status" && isOurContext(text("context"))) {
    return { name: text("context"), by: text("sender", "login"), head: text("sha") };
  }
  const isOthers = dataAt(payload, "check_run", "app", "id") !== own;
  if (event !== "check_run" || !isOthers || !isOurContext(text("check_run", "name"))) return null;
  const [name, by] = [text("check_run", "name"), text("check_run", "app", "slug")];
  return { name, by, head: text("check_run", "head_sha") };
}
