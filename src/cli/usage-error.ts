import { suggest } from "../text/suggest.ts";

/** The command cannot be carried out as it was given. Ends with exit code 2. */
export class UsageError extends Error {
  readonly help: string | null;

  /** `message` is one sentence without its full stop. */
  constructor(message: string, help: string | null = null) {
    super(message);
    this.name = "UsageError";
    this.help = help;
  }
}

const NAMED = 12;

/** Something was named that does not exist; says what was likely meant, and what there is. */
export function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
  where = "",
): UsageError {
  const meant = suggest(name, known);
  const shown = known.slice(0, NAMED).map((one) => `\`${one}\``);
  const more = known.length > NAMED ? ` and ${known.length - NAMED} more` : "";
  const all = `there ${known.length === 1 ? "is" : "are"} ${shown.join(", ")}${more}`;
  const help = meant === null ? all : `did you mean \`${meant}\`? (${all})`;
  return new UsageError(`there is no ${kind} \`${name}\`${where}`, help);
}
