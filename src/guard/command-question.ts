import type { Question } from "../facts/collect.ts";
import { type KnownFacts, recordingReader } from "../facts/fact-reader.ts";
import type { CommandComment, WaiveCommand } from "../model/command.ts";
import type { FactRequest, PullRequestFact } from "../model/fact.ts";
import type { Policy } from "../model/policy.ts";
import { unreadableFact } from "../rules/evaluate-rule.ts";
import { holdersAmong, isAuthor } from "../rules/people/authority.ts";
import { Timeline } from "../time/timeline.ts";
import {
  type AskedStanding,
  type JudgedCommands,
  judgeCommands,
  type Standing,
} from "../verdict/judge-commands.ts";
import type { Grant, WaiverTerms } from "../verdict/waivers.ts";

export interface CommandAnswer extends JudgedCommands {
  readonly kind: "commands";
  readonly next: number | null;
  /** The same facts, asked again as of another moment. */
  at(now: number): CommandAnswer;
}

export interface CommandSubject {
  readonly policy: Policy;
  readonly terms: WaiverTerms;
  /** A freeze is on. */
  readonly isFrozen: boolean;
  readonly now: number;
}

/** What nobody said. */
export const NO_COMMANDS: CommandAnswer = {
  kind: "commands",
  waivers: [],
  lift: null,
  glass: null,
  takenBack: [],
  unheeded: [],
  notes: [],
  next: null,
  at: () => NO_COMMANDS,
};

/** Asks which commands in comments count. Where they cannot be read, none does. */
export function commandQuestion(subject: CommandSubject): Question<CommandAnswer> {
  const { policy, terms, isFrozen, now } = subject;
  return {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const pull = reader.read("pull-request", {});
      if (pull === null) {
        // Without a connection there is no pull request to speak of.
        const told = [...unreadable.values()].filter(({ reason }) => reason !== "needs-github");
        const notes = told.map(unreadableFact).map(({ code, problem }) => ({
          code,
          message: `${problem}; no command in its comments counts`,
          at: null,
        }));
        return { answer: { ...NO_COMMANDS, notes }, wanted };
      }
      const time = new Timeline(now);
      const speakers = new Speakers(facts, pull, policy);
      const judged = judgeCommands({
        ...terms,
        policy,
        pull,
        isFrozen,
        time,
        standing: (login, asked) => speakers.standing(login, asked),
      });
      const at = (moment: number) => commandQuestion({ ...subject, now: moment }).ask(facts).answer;
      return {
        answer: { kind: "commands", ...judged, next: time.next, at },
        wanted: speakers.wanted,
      };
    },
  };
}

/** A waiver by comment says by itself who gave it; without codes it is none. */
export function grantOf({ author, command }: CommandComment<WaiveCommand>): readonly Grant[] {
  if (command.codes === null) return [];
  return [{ waiver: command, approvedBy: [author], approvedIn: null }];
}

/** What the people who gave commands may do, each asked about by itself. */
class Speakers {
  readonly wanted = new Map<string, FactRequest>();
  readonly #facts: KnownFacts;
  readonly #pull: PullRequestFact;
  readonly #policy: Policy;

  constructor(facts: KnownFacts, pull: PullRequestFact, policy: Policy) {
    this.#facts = facts;
    this.#pull = pull;
    this.#policy = policy;
  }

  standing(login: string, { roles, takesAway }: AskedStanding): Standing {
    if (roles.length === 0) return stranger("the policy names nobody who may ask for it");
    if (!takesAway && isAuthor(this.#pull, login))
      return stranger(`\`@${login}\` wrote this pull request`);
    const { reader, wanted, unreadable } = recordingReader(this.#facts);
    const holders = holdersAmong(reader, roles, this.#policy.roles, [login]);
    if (holders?.length === 0) {
      const names = roles.map((role) => `\`${role}\``).join(" or ");
      return stranger(`\`@${login}\` does not hold ${names}`);
    }
    const account = reader.read("account", { login });
    for (const [key, request] of wanted) this.wanted.set(key, request);
    if (holders === null || account === null) {
      const [fact] = unreadable.values();
      if (fact === undefined) return unknown("FACT-UNREADABLE", "it is not known who may");
      const { code, problem } = unreadableFact(fact);
      return unknown(code, problem);
    }
    // Also where the policy names one: nobody can be asked why a bot let something through.
    return account.state === "user" ? { state: "holder" } : stranger(`\`@${login}\` is no person`);
  }
}

function stranger(why: string): Standing {
  return { state: "stranger", code: "COMMAND-NOT-ALLOWED", why };
}

function unknown(code: string, why: string): Standing {
  return { state: "unknown", code, why };
}
