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

/** People and teams mentioned in a cell or field, in order. */
export function parsePeople(_text: string): ParsedPeople {
  throw new Error("not built yet");
}
