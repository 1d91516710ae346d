import type { PhrasingContent, RootContent } from "mdast";
import { subjectOf } from "../model/marker.ts";
import { markdownOf } from "./markdown-budget.ts";
import { bullet, bullets, code, link, paragraphOf, strong, words } from "./markdown-text.ts";
import { counted } from "./sentence.ts";

/**
 * What we keep of a gap, in the one part of an issue that is ours to rewrite. It stands in markers,
 * a line for each gap, and is shown in words below them.
 */
export interface Tracked {
  readonly fingerprint: string;
  /** Pull requests it blocks, ascending. */
  readonly blocking: readonly number[];
  /** Pull requests that were blocked and mend it, ascending. */
  readonly fixedIn: readonly number[];
  readonly seen: { readonly day: string; readonly commit: string };
}

const BEGIN = "<!-- stage-gates:begin status -->";
const END = "<!-- stage-gates:end status -->";
const BLOCK = new RegExp(`^${BEGIN}$[^]*?^${END}$`, "gm");
const GAP =
  /^<!-- stage-gates:gap (\S+) blocking=([\d,]*) fixed=([\d,]*) seen=([\d-]+)@([0-9a-f]+) -->$/gm;

/** Numbers shown; nobody follows more. */
const SHOWN = 10;

/** What an issue of ours keeps; `null` where somebody took the block out. */
export function trackedIn(body: string): readonly Tracked[] | null {
  const block = blockIn(body);
  if (block === null) return null;
  return [...block.matchAll(GAP)].map(([, fingerprint, blocking, fixedIn, day, commit]) => ({
    fingerprint: fingerprint ?? "",
    blocking: numbersIn(blocking),
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
  const { blocking, fixedIn } = tracked;
  return inMarkers(
    [tracked],
    [
      paragraphOf(
        strong(words("Blocking now:")),
        words(" "),
        ...(blocking.length === 0 ? [words("nothing")] : pulls(blocking, repository)),
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
        ...(one.blocking.length === 0
          ? []
          : [words(", blocking "), ...pulls(one.blocking, repository)]),
        ...(one.fixedIn.length === 0
          ? []
          : [words(", fixed in "), ...pulls(one.fixedIn, repository), words(", not merged yet")]),
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
  return [strong(words(what)), ...(subject === null ? [] : [words(" of "), code(subject)])];
}

function firstSeen({ seen }: Tracked, repository: string): PhrasingContent[] {
  const commit = link(`${repository}/commit/${seen.commit}`, code(seen.commit.slice(0, 7)));
  return [words(`${seen.day} at `), commit];
}

function pulls(numbers: readonly number[], repository: string): PhrasingContent[] {
  const links = numbers
    .slice(0, SHOWN)
    .flatMap((number, index) => [
      ...(index === 0 ? [] : [words(", ")]),
      link(`${repository}/pull/${number}`, words(`#${number}`)),
    ]);
  const more = numbers.length - SHOWN;
  return more > 0 ? [...links, words(` and ${counted(more, "other")}`)] : links;
}

function inMarkers(tracked: readonly Tracked[], shown: readonly RootContent[]): string {
  const gaps = tracked.map(
    ({ fingerprint, blocking, fixedIn, seen }) =>
      `<!-- stage-gates:gap ${fingerprint} blocking=${blocking.join(",")} fixed=${fixedIn.join(",")} seen=${seen.day}@${seen.commit} -->`,
  );
  return [BEGIN, ...gaps, "", markdownOf(shown).trimEnd(), "", END].join("\n");
}
