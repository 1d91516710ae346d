import { basename, resolve } from "node:path";
import type { Service } from "../../model/service.ts";
import { dayOf } from "../../time/date.ts";
import { openCheckout } from "../../worktree/checkout.ts";
import { openPacks } from "../../worktree/template-files.ts";
import { createFile } from "../create-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readTemplate } from "../package-files.ts";
import { pathBelow } from "../path-below.ts";
import { serviceAround } from "../service-around.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError, unknownName } from "../usage-error.ts";

export interface ScaffoldOptions {
  /** Where to write it, relative to the current folder; `-` prints it. */
  readonly to?: string;
  /** Whose readiness document it is to be. */
  readonly pack?: string;
  /** Milliseconds since 1970; now unless given. */
  readonly at?: number;
}

const KINDS = ["runbook", "readiness", "decision", "waiver"] as const;
type Kind = (typeof KINDS)[number];

/** What is to be written, and where unless somebody says otherwise. */
interface Draft {
  readonly path: string;
  readonly text: string;
  readonly remark: string;
  /** What to add where the file is there already and is a list. */
  readonly entry?: string;
}

/** Writes a file to fill in. It never passes as it is, and never replaces one that is there. */
export async function scaffold(
  kind: string,
  name: string | undefined,
  options: ScaffoldOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const asked = { kind: kindOf(kind), name: plainName(name) };
  if (options.to === "-") {
    terminal.print(draftOf(asked, null, options).text);
    return EXIT.pass;
  }
  const checkout = await openCheckout(terminal.cwd, { base: null });
  const { root } = checkout;
  // Decisions and waivers are the repository's, wherever somebody stands.
  const isOfService = asked.kind === "runbook" || asked.kind === "readiness";
  const service =
    isOfService && options.to === undefined ? await serviceAround(checkout, terminal.cwd) : null;
  const draft = draftOf(asked, service, options);
  const path =
    options.to === undefined ? draft.path : pathIn(root, resolve(terminal.cwd, options.to));
  if (createFile(root, path, draft.text) === "exists") {
    if (draft.entry !== undefined) {
      terminal.print(draft.entry);
      terminal.tell(`\`${path}\` is there already: add this entry to it. ${draft.remark}\n`);
      return EXIT.pass;
    }
    throw new UsageError(
      `\`${path}\` is there already, and nothing is ever overwritten`,
      "give another file with `--to <file>`, or print it with `--to -`",
    );
  }
  terminal.print(`Created ${path}\n`);
  terminal.tell(`${draft.remark}\n`);
  return EXIT.pass;
}

/** Names end up in headings, in YAML and in paths. */
function plainName(name: string | undefined): string | undefined {
  if (name === undefined || /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(name)) return name;
  throw new UsageError(
    `\`${name}\` is no name`,
    "use letters, digits, spaces, `.`, `-`, `_` and `/`, beginning with a letter or digit",
  );
}

function kindOf(kind: string): Kind {
  const found = KINDS.find((known) => known === kind);
  if (found === undefined) throw unknownName("template", kind, KINDS);
  return found;
}

function pathIn(root: string, target: string): string {
  const path = pathBelow(root, target);
  if (path !== null && path !== "") return path;
  throw new UsageError(
    `\`${target}\` is not a file of the repository in \`${root}\``,
    "name a path below that folder",
  );
}

interface Asked {
  readonly kind: Kind;
  readonly name: string | undefined;
}

/** `service`: in whose folder it is to lie, unless a path is given. */
function draftOf(
  { kind, name }: Asked,
  service: Service | null,
  { pack, at }: ScaffoldOptions,
): Draft {
  if (pack !== undefined && kind !== "readiness") {
    throw new UsageError("only `scaffold readiness` takes a pack");
  }
  switch (kind) {
    case "runbook": {
      const path = name === undefined ? "docs/runbook.md" : `docs/runbooks/${fileName(name)}.md`;
      return {
        path: service === null ? path : `${service.path}/${path}`,
        text: named(readTemplate("runbook.md"), name ?? service?.id ?? undefined),
        remark: "Replace every `<…>` and YYYY-MM-DD: as it is, it passes no gate.",
      };
    }
    case "readiness": {
      const own = name === undefined ? service : null;
      const folder = name === undefined ? "" : `${name.replace(/\/+$/, "")}/`;
      const called = name === undefined ? own?.id : basename(name);
      return {
        path: own?.readiness[0] ?? `${folder}READINESS.md`,
        text: named(readinessOf(pack), called ?? undefined),
        remark: "Replace every `<…>`, tick what is true, then run `stage-gates check --local`.",
      };
    }
    case "decision":
      return {
        path: `decisions/${dayOf(at ?? Date.now())}-${fileName(name ?? "decision")}.md`,
        text: named(readTemplate("decision.md"), name),
        remark:
          "Replace every `<…>` and YYYY-MM-DD. Records are never edited later: write a new one.",
      };
    case "waiver": {
      const entry = waiverEntry(name);
      return {
        path: ".github/stage-gates/waivers.yml",
        text: `${readTemplate("waivers.yml")}\n${entry}`,
        entry,
        remark: "It waives nothing before an approver has approved and merged it.",
      };
    }
  }
}

function readinessOf(pack: string | undefined): string {
  if (pack === undefined) return readTemplate("readiness.md");
  const packs = openPacks();
  const text = packs.readiness(pack);
  if (text === null) throw unknownName("pack", pack, packs.ids);
  return text;
}

/** `data` or `data/no-manual-step` filled into the entry. */
function waiverEntry(name: string | undefined): string {
  const template = readTemplate("waiver.yml");
  if (name === undefined) return template;
  const [gate = "", rule] = name.split("/");
  const withGate = template.replace("<gate>", () => gate);
  if (rule === undefined) return withGate.replace(/^.*<rule>.*\n/m, "");
  return withGate.replace("<rule>", () => rule);
}

function named(template: string, name: string | undefined): string {
  return name === undefined ? template : template.replaceAll("<… name>", () => name);
}

/** A name that is safe as a file name everywhere. */
function fileName(name: string): string {
  const safe = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  if (safe === "") throw new UsageError(`\`${name}\` gives no file name`);
  return safe;
}
