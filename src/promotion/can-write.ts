import type { OpenedPull } from "../github/open-pull.ts";
import { type AccountFact, type Fact, known } from "../model/fact.ts";

type Asked = Pick<OpenedPull, "source">;

/** Whether somebody could push to the repository; who cannot be looked up cannot. */
export async function canWrite(login: string, opened: Asked): Promise<boolean> {
  const access = await writeAccess(login, opened);
  return access.state === "known" && access.value;
}

/** The same, where not knowing must not be taken for a no. */
export async function writeAccess(login: string, { source }: Asked): Promise<Fact<boolean>> {
  const [fact] = await source.read([{ kind: "account", login }]);
  // Sound: it is the answer to a request for an account.
  return mayWrite(login, fact as Fact<AccountFact>);
}

/** What an account that was looked up can do. */
export function mayWrite(login: string, account: Fact<AccountFact>): Fact<boolean> {
  if (isBot(login)) return known(true);
  if (account.state === "missing") return account;
  const { value } = account;
  return known(value.state !== "absent" && LEVELS.has(value.access));
}

const LEVELS: ReadonlySet<string> = new Set(["write", "maintain", "admin"]);

/**
 * GitHub knows no access of a bot: it says `none` or that there is no such user, whatever the app
 * may do. An app says something here only where it is installed, which only administrators do.
 */
function isBot(login: string): boolean {
  return login.endsWith("[bot]");
}
