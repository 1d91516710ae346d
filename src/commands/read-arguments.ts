import { dateReadings } from "../evidence/date-readings.ts";
import { findPlaceholder } from "../evidence/placeholder.ts";
import type { Command, Verb } from "../model/command.ts";
import type { IsoDate } from "../model/iso-date.ts";
import { suggest } from "../text/suggest.ts";
import { parseIsoDate } from "../time/date.ts";
import { type ParsedCommand, type Refusal, type Refusing, refusal } from "./parsed-command.ts";
import type { Words } from "./split-words.ts";
import { USAGE } from "./usage.ts";

const LONGEST_REASON = 500;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SERVICE = /^[^\s/]{1,255}$/u;
const CODE = /^[A-Z][A-Z0-9-]*$/;
const COMMIT = /^[0-9a-f]{7,40}$/;

/** Thrown and caught here only: the first thing that is wrong is what is told. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(said: Refusing) {
    super(said.problem);
    this.refusal = refusal(said);
  }
}

/** The command from its words; every argument has to be there, once, and nothing beside. */
export function readArguments(verb: Verb, words: Words): ParsedCommand {
  try {
    return { state: "command", command: new Arguments(verb, words).read() };
  } catch (error) {
    if (error instanceof Refused) return { state: "refused", refusal: error.refusal };
    throw error;
  }
}

class Arguments {
  readonly #verb: Verb;
  /** Behind `/gate` and the verb. */
  readonly #positional: readonly string[];
  readonly #options: ReadonlyMap<string, string>;
  #used = 0;

  constructor(verb: Verb, { positional, options }: Words) {
    this.#verb = verb;
    this.#positional = positional.slice(2);
    this.#options = this.#readOptions(options);
  }

  read(): Command {
    const command = this.#command();
    const rest = this.#positional[this.#used];
    if (rest === undefined) return command;
    const isReason = USAGE[this.#verb].options.includes("reason");
    throw this.#refused(
      `\`${rest}\` is one word too many`,
      isReason
        ? 'put the whole reason between two `"`'
        : "leave it out, or write it on a line below",
    );
  }

  #command(): Command {
    switch (this.#verb) {
      case "waive":
        return {
          verb: "waive",
          ...this.#subject(),
          service: this.#service(),
          codes: this.#codes(),
          until: this.#day(),
          reason: this.#reason(),
        };
      case "unwaive":
        return { verb: "unwaive", ...this.#subject(), service: this.#service() };
      case "sign-off":
        return {
          verb: "sign-off",
          role: this.#id("role", this.#next("role")),
          commit: this.#commit(),
        };
      case "unfreeze":
        return { verb: "unfreeze", commit: this.#commit(), reason: this.#reason() };
      case "break-glass":
        return { verb: "break-glass", commit: this.#commit(), reason: this.#reason() };
      case "explain":
        return this.#positional.length === 0
          ? { verb: "explain", gate: null, rule: null }
          : { verb: "explain", ...this.#subject() };
      case "recheck":
      case "help":
        return { verb: this.#verb };
    }
  }

  #readOptions(options: Words["options"]): ReadonlyMap<string, string> {
    const known = USAGE[this.#verb].options;
    const read = new Map<string, string>();
    for (const { name: typed, value } of options) {
      const name = typed.toLowerCase();
      if (!known.includes(name)) {
        const meant = suggest(name, known);
        const remedy = meant === null ? "leave it out" : `write \`--${meant}\``;
        const option = meant === null ? null : `--${meant}`;
        throw this.#refused(`\`${this.#verb}\` takes no \`--${typed}\``, remedy, option);
      }
      if (read.has(name))
        throw this.#refused(`\`--${name}\` stands twice`, "leave one of them out");
      if (value === null || value.trim() === "") {
        throw this.#refused(`\`--${name}\` has no value`, "write one behind it");
      }
      read.set(name, value.trim());
    }
    return read;
  }

  #next(what: string): string {
    const word = this.#positional[this.#used];
    this.#used += 1;
    if (word !== undefined && word !== "") return this.#filledIn(bare(word));
    throw this.#refused(`the ${what} is missing`, `name the ${what} behind \`${this.#verb}\``);
  }

  #option(name: string): string {
    const value = this.#options.get(name);
    if (value !== undefined) return this.#filledIn(value);
    throw this.#refused(`\`--${name}\` is missing`, `add \`--${name}\``);
  }

  #filledIn(text: string): string {
    const placeholder = findPlaceholder(text) ?? /^(?:…|\.\.\.)$/.exec(text)?.[0];
    if (placeholder === undefined) return text;
    throw this.#refused(`\`${placeholder}\` is to be replaced`, "put what is meant in its place");
  }

  #subject(): { gate: string; rule: string | null } {
    const word = this.#next("gate");
    const [gate = "", rule, ...more] = word.split("/");
    if (more.length > 0) {
      throw this.#refused(
        `\`${word}\` is no gate and no rule`,
        "write `<gate>` or `<gate>/<rule>`",
      );
    }
    const id = this.#id("gate", gate);
    return { gate: id, rule: rule === undefined ? null : this.#id("rule", rule) };
  }

  #id(what: string, word: string): string {
    const id = word.toLowerCase();
    if (ID.test(id)) return id;
    throw this.#refused(
      `\`${word}\` is not the id of a ${what}`,
      `take the id of the ${what} from the policy: lower-case letters, digits and \`-\``,
    );
  }

  #service(): string | null {
    if (!this.#options.has("service")) return null;
    const service = this.#option("service");
    if (SERVICE.test(service)) return service;
    throw this.#refused(`\`${service}\` is not the id of a service`, "name one service");
  }

  #codes(): readonly string[] | null {
    if (!this.#options.has("codes")) return null;
    const codes = bare(this.#option("codes"))
      .toUpperCase()
      .split(/[,\s]+/)
      .filter((code) => code !== "");
    const wrong = codes.find((code) => !CODE.test(code));
    if (wrong === undefined && codes.length > 0) return [...new Set(codes)].sort();
    throw this.#refused(
      `\`${wrong ?? ""}\` is not the code of a finding`,
      "take the codes from the report, such as `CHECKLIST-UNTICKED,CHECKLIST-DELETED`",
    );
  }

  #day(): IsoDate {
    const text = this.#option("until");
    const day = parseIsoDate(text);
    if (day !== null) return day;
    const readings = dateReadings(text).map((reading) => `\`--until ${reading}\``);
    throw this.#refused(
      `\`${text}\` is no day in the form year-month-day`,
      readings.length === 0
        ? "write it as in `--until 2026-10-26`"
        : `write ${readings.join(" or ")}`,
    );
  }

  #reason(): string {
    const reason = this.#option("reason").replaceAll(/\s+/g, " ");
    if (reason.length > LONGEST_REASON) {
      throw this.#refused(
        `the reason has ${reason.length} characters; ${LONGEST_REASON} are allowed`,
        "shorten it, and link what explains more",
      );
    }
    if (/\p{L}/u.test(reason)) return reason;
    throw this.#refused(`\`${reason}\` gives no reason`, "say why in words");
  }

  #commit(): string {
    const word = this.#next("commit");
    const commit = word.toLowerCase();
    if (COMMIT.test(commit)) return commit;
    throw this.#refused(`\`${word}\` is no commit`, "copy the id of the head commit");
  }

  #refused(problem: string, remedy: string, didYouMean: string | null = null): Refused {
    return new Refused({ verb: this.#verb, problem, remedy, didYouMean });
  }
}

/** Names are often copied with their code span. */
function bare(word: string): string {
  return word.replace(/^`+|`+$/g, "");
}
