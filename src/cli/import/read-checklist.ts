import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { ImportPlan, ImportRefusal } from "../../import/import-plan.ts";
import { planImport } from "../../import/plan-import.ts";
import type { Problem } from "../../model/finding.ts";
import { placeIn } from "../../model/place.ts";
import { pointAt } from "../../text/point-at.ts";
import { UsageError } from "../usage-error.ts";

export type Checklist =
  | {
      readonly state: "read";
      /** As it lies there, to be compared with before it is replaced. */
      readonly bytes: Buffer;
      readonly text: string;
      readonly plan: ImportPlan;
    }
  | {
      readonly state: "refused";
      readonly problem: Problem;
      /** To show the problem in; empty where the file is no text. */
      readonly text: string;
    };

/** A document of the repository, with what it takes to have it judged. */
export function readChecklist(root: string, path: string): Checklist {
  refuseOtherFormat(path);
  const bytes = readFileSync(join(root, path));
  const text = decode(bytes);
  if (text === null) return { state: "refused", problem: notText(path, bytes), text: "" };
  const planned = planImport(text);
  if (planned.state === "planned") return { state: "read", bytes, text, plan: planned.plan };
  return { state: "refused", problem: refusalProblem(path, planned.refusal), text };
}

/** What an editor or wiki saves is no markdown, even where it can be read as text. */
function refuseOtherFormat(path: string): void {
  const ending = extname(path);
  if (ending === "" || /^\.(?:md|mdx|markdown|mdown|mkdn?|txt)$/i.test(ending)) return;
  throw new UsageError(
    `\`${path}\` is no markdown document`,
    "save or export it as markdown, as a file that ends with `.md`, and import that",
  );
}

/** Keeps a byte order mark; `null` where the bytes are no UTF-8. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refusalProblem(path: string, { code, problem, help, at }: ImportRefusal): Problem {
  return { code, message: problem, at: placeIn(path, at), help };
}

function notText(path: string, bytes: Buffer): Problem {
  const shown = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return {
    code: "not-utf-8",
    message: "the file is not UTF-8 text",
    at: placeIn(path, pointAt(shown, Math.max(0, shown.indexOf("\uFFFD")))),
    help: "save it as UTF-8, and import again",
  };
}
