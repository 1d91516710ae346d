import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import type { Finding } from "../../model/finding.ts";
import type { Place, Point } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { normalize } from "../../text/normalize.ts";
import type { CommonCode } from "../common-codes.ts";
import { failed } from "../findings.ts";
import { hiddenCharacters } from "../reading/hidden-characters.ts";
import type { ValuesCode } from "./codes.ts";
import { hasContent } from "./content.ts";
import type { Assertion } from "./options.ts";
import { describe, list, show, wanted } from "./words.ts";

export type ValuesFinding = Finding<ValuesCode | CommonCode>;

/** A value and how messages name it. */
export interface Subject {
  readonly file: string;
  readonly path: string;
  readonly node: LocatedValue | null;
  /** Where it stands, or would. */
  readonly at: Place;
}

/** The conditions of one assertion, all but `for_each`, on one value. */
export function judgeValue(subject: Subject, assertion: Assertion): readonly ValuesFinding[] {
  const { node } = subject;
  const isNothing = node === null || node.value === null;
  if (assertion.exists === false) {
    return isNothing
      ? []
      : [tell(subject, assertion, "VALUES-PRESENT", "is there and must not be")];
  }
  if (isNothing) {
    const how = node === null ? "is missing" : "has no value";
    return [tell(subject, assertion, "VALUES-MISSING", how)];
  }
  const hidden = hiddenCharacters(subject.file, textsOf(node, assertion.for_each === undefined));
  if (hidden.length > 0) return hidden;
  if (!hasContent(node) && !isAskedFor(node, assertion)) {
    return [
      isContainer(node)
        ? tell(subject, assertion, "VALUES-EMPTY", "is empty")
        : tell(subject, assertion, "VALUES-MISSING", `is a placeholder, ${show(node)}`),
    ];
  }
  return [
    ...judgeChoice(subject, node, assertion),
    ...judgeRange(subject, node, assertion),
    ...judgeList(subject, node, assertion),
  ];
}

/** `equals: "-"` means just that. */
function isAskedFor({ value }: LocatedValue, { equals, one_of }: Assertion): boolean {
  return [equals, ...(one_of ?? [])].some((asked) => asked !== undefined && asked === value);
}

function judgeChoice(subject: Subject, node: LocatedValue, assertion: Assertion): ValuesFinding[] {
  const findings: ValuesFinding[] = [];
  const { equals, one_of, not_in } = assertion;
  for (const choice of [equals === undefined ? undefined : [equals], one_of]) {
    if (choice === undefined) continue;
    if (!hasTypeOf(node, choice)) findings.push(mistyped(subject, node, assertion, choice));
    else if (!choice.some((one) => isSame(one, node.value))) {
      const than = choice.length === 1 ? "not" : "none of";
      findings.push(
        tell(subject, assertion, "VALUES-DIFFERENT", `is ${show(node)}, ${than} ${list(choice)}`),
      );
    }
  }
  if (not_in === undefined) return findings;
  // A value of another type is in no list, and says nothing: `[cleaned-extract]` is no `live`.
  if (!hasTypeOf(node, not_in)) findings.push(mistyped(subject, node, assertion, not_in));
  else if (not_in.some((one) => keyOf(String(one)) === keyOf(String(node.value)))) {
    findings.push(
      tell(subject, assertion, "VALUES-FORBIDDEN", `is ${show(node)}, which is ruled out`),
    );
  }
  return findings;
}

function judgeRange(subject: Subject, node: LocatedValue, assertion: Assertion): ValuesFinding[] {
  const { min, max, between } = assertion;
  if (min === undefined && max === undefined && between === undefined) return [];
  const { value } = node;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return [mistyped(subject, node, assertion, [0])];
  }
  const lowest = Math.max(min ?? -Infinity, between?.[0] ?? -Infinity);
  const highest = Math.min(max ?? Infinity, between?.[1] ?? Infinity);
  if (value >= lowest && value <= highest) return [];
  const limit = value < lowest ? `less than ${lowest}` : `more than ${highest}`;
  return [tell(subject, assertion, "VALUES-RANGE", `is ${value}, ${limit}`)];
}

function judgeList(subject: Subject, node: LocatedValue, assertion: Assertion): ValuesFinding[] {
  const { contains_all } = assertion;
  if (contains_all === undefined) return [];
  const { value } = node;
  if (!Array.isArray(value)) {
    const found = `is ${describe(node)}, not a list`;
    return [tell(subject, assertion, "VALUES-TYPE", found)];
  }
  const entries = value as readonly LocatedValue[];
  const lacking = contains_all.filter((one) => !entries.some((entry) => isSame(one, entry.value)));
  if (lacking.length === 0) return [];
  return [tell(subject, assertion, "VALUES-LACKS", `lacks ${list(lacking)}`)];
}

function mistyped(
  subject: Subject,
  node: LocatedValue,
  assertion: Assertion,
  choice: readonly unknown[],
): ValuesFinding {
  const types = [...new Set(choice.map((one) => TYPES[typeof one] ?? "a value"))];
  return tell(subject, assertion, "VALUES-TYPE", `is ${describe(node)}, not ${types.join(" or ")}`);
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "`true` or `false`",
};

export function tell(
  { file, path, at }: Subject,
  assertion: Assertion,
  code: ValuesCode,
  how: string,
): ValuesFinding {
  const name = path === "" ? `\`${file}\`` : `\`${path}\` in \`${file}\``;
  return failed({
    code,
    problem: `${name} ${how}`,
    ...wanted(path, assertion),
    at,
    item: path === "" ? file : path,
  });
}

function hasTypeOf({ value }: LocatedValue, choice: readonly unknown[]): boolean {
  return choice.some((one) => typeof one === typeof value);
}

/** Text may be composed or decomposed (`é`); nothing else is made equal. */
function isSame(wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== "string" || typeof found !== "string") return wanted === found;
  return normalize(wanted, "NFC") === normalize(found, "NFC");
}

export function isContainer({ value }: LocatedValue): boolean {
  return typeof value === "object" && value !== null;
}

/** The text of a value; of a list or map those inside, and its keys in any case. */
function textsOf(node: LocatedValue, isDeep: boolean): { text: string; at: Point }[] {
  const { value } = node;
  if (typeof value === "string") return [{ text: value, at: node.at }];
  if (Array.isArray(value)) {
    return isDeep ? (value as readonly LocatedValue[]).flatMap((one) => textsOf(one, true)) : [];
  }
  if (!(value instanceof Map)) return [];
  return [...(value as ReadonlyMap<string, LocatedEntry>)].flatMap(([key, entry]) => [
    { text: key, at: entry.keyAt },
    ...(isDeep ? textsOf(entry.node, true) : []),
  ]);
}
