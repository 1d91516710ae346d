import {
  type BreakGlassCommand,
  type CommandComment,
  commandsOf,
  type UnfreezeCommand,
  type UnwaiveCommand,
  type WaiveCommand,
} from "../model/command.ts";
import type { PullRequestFact } from "../model/fact.ts";
import type { Note } from "../model/finding.ts";
import { sameLogin } from "../model/login.ts";
import type { Policy } from "../model/policy.ts";
import type { BrokenGlass, UnheededCommand } from "../model/verdict.ts";
import { parseDuration } from "../time/duration.ts";
import type { Timeline } from "../time/timeline.ts";
import { brokenGlass } from "./break-glass.ts";
import { commitFlaw, type Flaw, TAKEN_BACK, waiveFlaw } from "./command-flaws.ts";
import type { Lift } from "./freeze.ts";
import { subjectOf, type WaiverTerms } from "./waivers.ts";

/** Whether somebody may give a command that asks for one of some roles. */
export type Standing =
  | { readonly state: "holder" }
  | ({ readonly state: "stranger" | "unknown" } & Flaw);

export interface AskedStanding {
  /** One of them is enough. */
  readonly roles: readonly string[];
  /** What it does only takes permission away: then authors may do it too. */
  readonly takesAway: boolean;
}

export interface CommandTerms extends WaiverTerms {
  readonly policy: Pick<Policy, "waivers" | "break_glass">;
  readonly pull: Pick<PullRequestFact, "head" | "baseChangedAt" | "commands">;
  /** A freeze is on. */
  readonly isFrozen: boolean;
  readonly time: Timeline;
  standing(login: string, asked: AskedStanding): Standing;
}

export interface JudgedCommands {
  /** Waivers by comment that hold for the codes they name; without any, for none. */
  readonly waivers: readonly CommandComment<WaiveCommand>[];
  readonly lift: Lift | null;
  readonly glass: BrokenGlass | null;
  readonly takenBack: readonly string[];
  readonly unheeded: readonly UnheededCommand[];
  readonly notes: readonly Note[];
}

/**
 * What the commands of a pull request come to. Who may give one is asked last, so that nobody is
 * looked up for what would change nothing; what changes nothing is listed with the reason.
 */
export function judgeCommands(given: CommandTerms): JudgedCommands {
  const commands = [...given.pull.commands].sort(inOrder);
  const terms = { ...given, pull: { ...given.pull, commands } };
  const notes = new Map<string, Note>();
  const unheeded: UnheededCommand[] = [];
  const list = (comment: CommandComment, { code, why }: Flaw) => {
    const message = `${nameOf(comment)} changes nothing: ${why}`;
    if (!UNSETTLED.has(code)) unheeded.push({ comment: comment.id, message });
    notes.set(JSON.stringify([code, message]), { code, message, at: null });
  };
  const { waivers, takenBack } = judgeWaivers(terms, list);
  const lift = judgeUnfreezing(terms, list);
  const glass = judgeGlass(terms, list);
  return { waivers, takenBack, lift, glass, unheeded, notes: withoutCrowds([...notes.values()]) };
}

/** What counted until it was taken back, and what may count once it can be read. */
const UNSETTLED = new Set([TAKEN_BACK.code, "NEEDS-GITHUB", "FACT-UNREADABLE"]);

/** Notes of one code; a crowd that comments must not fill the verdict. */
const OF_ONE_CODE = 5;

function withoutCrowds(notes: readonly Note[]): readonly Note[] {
  const codes = [...new Set(notes.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const alike = notes.filter((note) => note.code === code);
    if (alike.length <= OF_ONE_CODE) return alike;
    const message = "more commands change nothing for the same reason";
    return [...alike.slice(0, OF_ONE_CODE), { code, message, at: null }];
  });
}

/** Those of one comment stay as they are. */
function inOrder(a: CommandComment, b: CommandComment): number {
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

type List = (comment: CommandComment, flaw: Flaw) => void;

/** ``the `waive data/audit` of `@ana` `` */
function nameOf({ author, command }: CommandComment): string {
  const gate =
    "gate" in command && command.gate !== null
      ? ` ${subjectOf({ ...command, gate: command.gate })}`
      : "";
  return `the \`${command.verb}${gate}\` of \`@${author}\``;
}

function judgeWaivers(
  terms: CommandTerms,
  list: List,
): Pick<JudgedCommands, "waivers" | "takenBack"> {
  const { pull, policy, time } = terms;
  const { approvers } = policy.waivers;
  const given = commandsOf(pull.commands, "waive").filter((comment) => {
    // When a stranger's waiver would end is nothing to wait for.
    const flaw =
      waiveFlaw(comment, terms, pull, time.aside()) ?? flawOf(standing(comment, approvers, terms));
    if (flaw !== null) list(comment, flaw);
    else time.isOver(comment.command.until);
    return flaw === null;
  });
  const takenBack = backTaken(given, terms, list);
  for (const comment of takenBack.keys()) list(comment, TAKEN_BACK);
  const marked = [...takenBack].flatMap(([{ id }, isCertain]) => (isCertain ? [id] : []));
  return {
    waivers: given.filter((comment) => !takenBack.has(comment)),
    takenBack: [...new Set(marked)],
  };
}

type Waive = CommandComment<WaiveCommand>;

/** The waivers taken back, and whether that is certain: where it is not known who did it, they are gone all the same. */
function backTaken(
  given: readonly Waive[],
  terms: CommandTerms,
  list: List,
): ReadonlyMap<Waive, boolean> {
  const taken = new Map<Waive, boolean>();
  for (const unwaive of commandsOf(terms.pull.commands, "unwaive")) {
    const meant = given.filter((waive) => takesBack(unwaive, waive, terms.pull.commands));
    const own = meant.filter((waive) => sameLogin(waive.author, unwaive.author));
    for (const waive of own) taken.set(waive, true);
    if (meant.length === 0) {
      list(unwaive, { code: "UNWAIVE-NOTHING", why: "no comment before it waives that" });
    }
    if (own.length === meant.length) continue;
    const { approvers: roles } = terms.policy.waivers;
    const speaker = terms.standing(unwaive.author, { roles, takesAway: true });
    if (speaker.state === "stranger" && own.length === 0) list(unwaive, speaker);
    if (speaker.state === "stranger") continue;
    const isCertain = speaker.state === "holder";
    for (const waive of meant) taken.set(waive, isCertain || taken.get(waive) === true);
  }
  return taken;
}

/** A gate goes with all of its rules, and without a service with all of its services. */
function takesBack(
  unwaive: CommandComment<UnwaiveCommand>,
  waive: Waive,
  inOrder: readonly CommandComment[],
): boolean {
  const { gate, rule, service } = unwaive.command;
  if (gate !== waive.command.gate) return false;
  if (rule !== null && rule !== waive.command.rule) return false;
  if (service !== null && service !== waive.command.service) return false;
  if (unwaive.id !== waive.id) return unwaive.createdAt >= waive.createdAt;
  return inOrder.indexOf(unwaive) > inOrder.indexOf(waive);
}

function judgeUnfreezing(terms: CommandTerms, list: List): Lift | null {
  const { pull, policy, isFrozen } = terms;
  if (!isFrozen) return null;
  const [lift = null] = commandsOf(pull.commands, "unfreeze").filter((comment) =>
    counts(comment, policy.waivers.approvers, terms, list),
  );
  return lift === null ? null : { by: lift.author, reason: lift.command.reason };
}

function judgeGlass(terms: CommandTerms, list: List): BrokenGlass | null {
  const { pull, policy } = terms;
  const { break_glass: setting } = policy;
  const all = commandsOf(pull.commands, "break-glass");
  if (setting === null) {
    const why = "the policy has no `break_glass`";
    for (const comment of all) list(comment, { code: "BREAK-GLASS-UNKNOWN", why });
    return null;
  }
  const counting = all.filter((comment) => counts(comment, setting.roles, terms, list));
  const { approvals, review_within } = setting;
  const reviewWithin = parseDuration(review_within) ?? 0;
  const glass = brokenGlass(counting, pull.head, { approvals, reviewWithin });
  const [first] = counting;
  if (glass === null && first !== undefined) {
    const people = new Set(counting.map(({ author }) => author.toLowerCase())).size;
    list(first, {
      code: "BREAK-GLASS-WAITING",
      why: `${approvals} different people have to ask for it, and so far ${people === 1 ? "one does" : `${people} do`}`,
    });
  }
  return glass;
}

function counts(
  comment: CommandComment<UnfreezeCommand | BreakGlassCommand>,
  roles: readonly string[],
  terms: CommandTerms,
  list: List,
): boolean {
  const flaw = commitFlaw(comment, terms.pull) ?? flawOf(standing(comment, roles, terms));
  if (flaw !== null) list(comment, flaw);
  return flaw === null;
}

function standing(
  { author }: CommandComment,
  roles: readonly string[],
  terms: CommandTerms,
): Standing {
  return terms.standing(author, { roles, takesAway: false });
}

function flawOf(standing: Standing): Flaw | null {
  return standing.state === "holder" ? null : standing;
}
