export interface Person {
  readonly kind: "user" | "team";
  /** `login` or `org/team`, without `@`, as written. */
  readonly name: string;
  /** What stands in parentheses behind. */
  readonly attributes: string | null;
}

export interface ParsedPeople {
  readonly people: readonly Person[];
  /** What is neither a mention nor a separator: `ana`, an e-mail address, a note. `""` when all was understood. */
  readonly rest: string;
}

/**
 * GitHub's form of logins (those of managed users end in `_company`), organizations and team slugs;
 * `[bot]` ends an app's login. Not part of a word, an address or a longer path.
 */
const MENTION =
  /(?<![\w@/.-])@([a-z\d](?:[a-z\d-]{0,38})(?:_[a-z\d]{1,20})?)(?:\/([a-z\d][\w.-]{0,99}))?(\[bot\])?(?![\w@/-])(?:\s*\(([^()]*)\))?/gi;

const SEPARATORS = /^[\s,;&+·/]+$|\band\b/gi;

/** People and teams mentioned in a cell or field, in order. */
export function parsePeople(text: string): ParsedPeople {
  const people: Person[] = [];
  const rest = text.replace(
    MENTION,
    (_, owner: string, team?: string, bot?: string, attributes?: string) => {
      people.push({
        kind: team === undefined ? "user" : "team",
        name: team === undefined ? `${owner}${bot ?? ""}` : `${owner}/${team}`,
        attributes: attributes?.trim() ?? null,
      });
      return "\n";
    },
  );
  const left = rest
    .split("\n")
    .map((part) => part.replace(SEPARATORS, "").trim())
    .filter((part) => part !== "");
  return { people, rest: left.join(" ") };
}
