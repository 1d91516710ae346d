import type { PhrasingContent, RootContent } from "mdast";
import { subjectOf } from "../model/marker.ts";
import { inertLine } from "./inert-text.ts";
import { markdownOf } from "./markdown-budget.ts";
import { bullet, bullets, code, link, paragraphOf, strong, words } from "./markdown-text.ts";
import { counted } from "./sentence.ts";

/**
 * What we keep of a gap, in the one part of an issue that is ours to rewrite. It stands in markers,
 * a line for each gap, and is shown in words below them.
 */
export interface Tracked {
  readonly fingerprint: string;
  /** Pull requests it is missing in, ascending: each of them is blocked, or passes on a waiver. */
  readonly missingIn: readonly number[];
  /** Pull requests that were blocked and mend it, ascending. */
  readonly fixedIn: readonly number[];
  readonly seen: { readonly day: string; readonly commit: string };
}

const BEGIN = "<!-- stage-gates:begin status -->";
const END = "<!-- stage-gates:end status -->";
const BLOCK = new RegExp(`^${BEGIN}$[^]*?^${END}$`, "gm");
const GAP =
  /^<!-- stage-gates:gap (\S+) missing=([\d,]*) fixed=([\d,]*) seen=([\d-]+)@([0-9a-f]+) -->$/gm;

/** Pull requests shown of a gap; nobody follows more. */
const SHOWN = 10;
const SHOWN_IN_LIST = 3;
/** A body has an end, and names are as long as people make them. */
const LONGEST_NAME = 80;

/** What an issue of ours keeps; `null` where somebody took the block out. */
export function trackedIn(body: string): readonly Tracked[] | null {
  const block = blockIn(body);
  if (block === null) return null;
  return [...block.matchAll(GAP)].map(([, fingerprint, missingIn, fixedIn, day, commit]) => ({
    fingerprint: fingerprint ?? "",
    missingIn: numbersIn(missingIn),
    fixedIn: numbersIn(fixedIn),
    seen: { day: day ?? "", commit: commit ?? "" },
  }));
}

/** The body with this in the block, everything else as people left it. */
export function withTracked(body: string, block: string): string {
  const old = blockIn(body);
  if (old === null || old === block) return body;
  const plain = body.replaceAll("\r\n", "\n");
  const at = plain.lastIndexOf(old);
  return `${plain.slice(0, at)}${block}${plain.slice(at + old.length)}`;
}

function blockIn(body: string): string | null {
  return body.replaceAll("\r\n", "\n").match(BLOCK)?.at(-1) ?? null;
}

function numbersIn(list: string | undefined): readonly number[] {
  return (list ?? "")
    .split(",")
    .filter((number) => number !== "")
    .map(Number);
}

/** Of an issue of its own. */
export function renderBlock(tracked: Tracked, repository: string): string {
  const { missingIn, fixedIn } = tracked;
  return inMarkers(
    [tracked],
    [
      paragraphOf(
        strong(words("Missing in:")),
        words(" "),
        ...(missingIn.length === 0
          ? [words("no open pull request")]
          : pulls(missingIn, repository)),
        words("\n"),
        ...(fixedIn.length === 0
          ? []
          : [
              strong(words("Fixed in")),
              words(" "),
              ...pulls(fixedIn, repository),
              words(", not merged yet\n"),
            ]),
        strong(words("First seen:")),
        words(" "),
        ...firstSeen(tracked, repository),
      ),
    ],
  );
}

/** Of the issue for all that have none of their own. */
export function renderList(tracked: readonly Tracked[], repository: string): string {
  const items = tracked.map((one) =>
    bullet([
      paragraphOf(
        ...nameOf(one),
        ...(one.missingIn.length === 0
          ? []
          : [words(", missing in "), ...pulls(one.missingIn, repository, SHOWN_IN_LIST)]),
        ...(one.fixedIn.length === 0
          ? []
          : [
              words(", fixed in "),
              ...pulls(one.fixedIn, repository, SHOWN_IN_LIST),
              words(", not merged yet"),
            ]),
        words(", first seen "),
        ...firstSeen(one, repository),
      ),
    ]),
  );
  return inMarkers(tracked, [bullets(items)]);
}

/** `the runbook of search` */
function nameOf({ fingerprint }: Tracked): PhrasingContent[] {
  const { kind = "gap", subject = null } = subjectOf(fingerprint) ?? {};
  const what = kind === "owner" ? "Owner" : kind === "runbook" ? "Runbook" : "Gap";
  return [
    strong(words(what)),
    ...(subject === null ? [] : [words(" of "), code(inertLine(subject, LONGEST_NAME))]),
  ];
}

function firstSeen({ seen }: Tracked, repository: string): PhrasingContent[] {
  const commit = link(`${repository}/commit/${seen.commit}`, code(seen.commit.slice(0, 7)));
  return [words(`${seen.day} at `), commit];
}

function pulls(
  numbers: readonly number[],
  repository: string,
  most: number = SHOWN,
): PhrasingContent[] {
  const links = numbers
    .slice(0, most)
    .flatMap((number, index) => [
      ...(index === 0 ? [] : [words(", ")]),
      link(`${repository}/pull/${number}`, words(`#${number}`)),
    ]);
  const more = numbers.length - most;
  return more > 0 ? [...links, words(` and ${counted(more, "other")}`)] : links;
}

function inMarkers(tracked: readonly Tracked[], shown: readonly RootContent[]): string {
  const gaps = tracked.map(
    ({ fingerprint, missingIn, fixedIn, seen }) =>
      `<!-- stage-gates:gap ${fingerprint} missing=${missingIn.join(",")} fixed=${fixedIn.join(",")} seen=${seen.day}@${seen.commit} -->`,
  );
  return [BEGIN, ...gaps, "", markdownOf(shown).trimEnd(), "", END].join("\n");
}
