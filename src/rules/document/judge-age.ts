import { readDate } from "../../evidence/cell-value.ts";
import { parseDocument } from "../../evidence/parse-document.ts";
import { valueAt } from "../../evidence/walk-data.ts";
import type { LocatedValue, MarkdownDocument } from "../../model/document.ts";
import type { FileText } from "../../model/fact.ts";
import type { IsoDate } from "../../model/iso-date.ts";
import { type Place, placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { dayOf } from "../../time/date.ts";
import { formatDuration } from "../../time/duration.ts";
import type { RuleContext } from "../define-rule.ts";
import { failed, pasting, pastingOneOf, warned } from "../findings.ts";
import { frontMatterFix } from "../reading/front-matter-line.ts";
import { frontMatterOf, isRefused, topOf } from "../reading/readiness.ts";
import type { DocumentFinding } from "./codes.ts";
import type { DocumentOptions } from "./options.ts";
import type { Target } from "./targets.ts";

const FIELD = "last_reviewed";
/** From this part of `max_age` on there is a warning. */
const SOON = 0.75;

export function judgeAge(
  facts: FactReader<"file" | "history">,
  target: Target,
  { age_from }: DocumentOptions,
  context: RuleContext,
): readonly DocumentFinding[] {
  const { maxAge } = context;
  if (maxAge === null) return [];
  return age_from === "git"
    ? judgeLastChange(facts, target, maxAge, context)
    : judgeLastReview(facts, target, maxAge, context);
}

function judgeLastChange(
  facts: FactReader<"history">,
  { path }: Target,
  limit: number,
  { time }: RuleContext,
): DocumentFinding[] {
  const versions = facts.read("history", { path, revision: "evidence" });
  const [newest] = versions ?? [];
  // What no commit holds yet is as fresh as can be.
  if (newest === undefined) return [];
  const isOver = (part: number) => time.reached(newest.at + limit * part);
  const isOld = isOver(1);
  if (!isOld && !isOver(SOON)) return [];
  const said = `\`${path}\` was last changed on ${dayOf(newest.at)}`;
  return [aged(said, isOld, limit, topOf(path), path, UPDATE)];
}

const UPDATE = { remedy: "look through it and bring it up to date" };

function judgeLastReview(
  facts: FactReader<"file">,
  target: Target,
  limit: number,
  context: RuleContext,
): readonly DocumentFinding[] {
  const { document, path } = target;
  const front = frontMatterOf(document, path);
  if (isRefused(front)) return front.findings;
  const node = front.root === null ? null : valueAt(front.root, FIELD);
  const read = readDate(textOf(node));
  const at = node === null ? topOf(path) : placeIn(path, node.at);
  if (read.state === "date") return judgeDay(facts, target, read.date, at, limit, context);
  if (read.state === "missing") {
    return [
      failed({
        code: "DOCUMENT-NO-DATE",
        problem: `\`${path}\` does not say when it was last reviewed`,
        ...frontMatterFix(`${FIELD}: <YYYY-MM-DD>`, node !== null),
        at,
        item: path,
      }),
    ];
  }
  return [
    failed({
      code: "DOCUMENT-DATE-FORM",
      problem: `\`${FIELD}\` of \`${path}\` is \`${textOf(node)}\`, not a day as 2026-09-10`,
      ...pastingOneOf("write", read.readings, (day) => `${FIELD}: ${day}`),
      at,
      item: path,
    }),
  ];
}

function judgeDay(
  facts: FactReader<"file">,
  target: Target,
  day: IsoDate,
  at: Place,
  limit: number,
  { time }: RuleContext,
): DocumentFinding[] {
  const { path } = target;
  if (time.isAhead(day)) {
    return [
      failed({
        code: "DOCUMENT-FUTURE",
        problem: `\`${path}\` claims a review on ${day}, which lies ahead`,
        remedy: "write the day on which it was reviewed",
        at,
        item: path,
      }),
    ];
  }
  const isOld = time.isOlder(day, limit);
  if (isOld || time.isOlder(day, limit * SOON)) {
    const said = `\`${path}\` was last reviewed on ${day}, ${time.daysSince(day)} days ago`;
    const fix = pasting("review it, then write the day:", `${FIELD}: <YYYY-MM-DD>`);
    return [aged(said, isOld, limit, at, path, fix)];
  }
  return judgeMove(facts, target, day, at);
}

function aged(
  said: string,
  isOld: boolean,
  limit: number,
  at: Place,
  path: string,
  fix: Pick<DocumentFinding, "remedy" | "paste">,
): DocumentFinding {
  const problem = `${said}; the limit is ${formatDuration(limit)}`;
  return isOld
    ? failed({ code: "DOCUMENT-OUTDATED", problem, ...fix, at, item: path })
    : warned({ code: "DOCUMENT-AGEING", problem, ...fix, at, item: path });
}

/** A new date over an unchanged text may be a review that found nothing to change, or none at all. */
function judgeMove(
  facts: FactReader<"file">,
  { path, file, document }: Target,
  day: IsoDate,
  at: Place,
): DocumentFinding[] {
  const base = facts.read("file", { path, revision: "base" });
  if (base?.state !== "file" || base.file.blob === file.blob) return [];
  const before = parseDocument(base.file);
  if (before.state === "error") return [];
  const then = withoutDate(before.document, base.file);
  const now = withoutDate(document, file);
  if (then === null || then.said === day || then.rest !== now?.rest) return [];
  return [
    warned({
      code: "DOCUMENT-ONLY-DATE",
      problem: `\`${FIELD}\` of \`${path}\` moved from ${then.said} to ${day}, and nothing else changed`,
      remedy: "say in the pull request who reviewed it and that nothing had to change",
      at,
      item: path,
    }),
  ];
}

function withoutDate(
  { frontMatter }: MarkdownDocument,
  { text }: FileText,
): { readonly said: string; readonly rest: string } | null {
  if (frontMatter.state !== "present") return null;
  const node = valueAt(frontMatter.root, FIELD);
  if (node === null) return null;
  const lines = text.split(/\r\n|\n|\r/);
  return { said: textOf(node), rest: lines.toSpliced(node.at.line - 1, 1).join("\n") };
}

function textOf(node: LocatedValue | null): string {
  const value = node?.value ?? "";
  return typeof value === "object" ? "" : String(value);
}
