import type { Verb } from "../model/command.ts";

export interface Usage {
  /** Behind `/gate`. */
  readonly form: string;
  /** Completes "it …". */
  readonly effect: string;
  readonly options: readonly string[];
}

/** Every command there is, in the order of `help`. */
export const USAGE: Readonly<Record<Verb, Usage>> = {
  waive: {
    form: 'waive <gate>[/<rule>] --until <date> --codes <A,B> --reason "<why>" [--service <id>]',
    effect:
      "lets what these codes report pass on conditions, up to and including that day and until the base changes",
    options: ["until", "codes", "reason", "service"],
  },
  unwaive: {
    form: "unwaive <gate>[/<rule>] [--service <id>]",
    effect: "takes back for good what comments waived so far",
    options: ["service"],
  },
  "sign-off": {
    form: "sign-off <role> <commit>",
    effect: "approves for a role what it covers as of that commit",
    options: [],
  },
  unfreeze: {
    form: 'unfreeze <commit> --reason "<why>"',
    effect: "lifts a freeze on conditions, for that head commit alone",
    options: ["reason"],
  },
  "break-glass": {
    form: 'break-glass <commit> --reason "<why>"',
    effect:
      "lets all that fails or waits pass on conditions, for that head commit alone, and has it reviewed afterwards",
    options: ["reason"],
  },
  recheck: { form: "recheck", effect: "judges again", options: [] },
  explain: {
    form: "explain [<gate>[/<rule>]]",
    effect: "says what is asked for and why",
    options: [],
  },
  help: { form: "help", effect: "lists the commands and who can use them here", options: [] },
};

/** In the order of `USAGE`. */
export const VERBS = Object.keys(USAGE) as readonly Verb[];

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(USAGE, word);
}
