import type { OpenedPull } from "../github/open-pull.ts";
import type { AccountFact, Fact } from "../model/fact.ts";

/** Whether somebody could push to the repository; who cannot be looked up cannot. */
export async function canWrite(
  login: string,
  { source }: Pick<OpenedPull, "source">,
): Promise<boolean> {
  const [fact] = await source.read([{ kind: "account", login }]);
  // Sound: it is the answer to a request for an account.
  const account = fact as Fact<AccountFact> | undefined;
  if (account?.state !== "known" || account.value.state === "absent") return false;
  return ["write", "maintain", "admin"].includes(account.value.access);
}
