import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = new URL("../src/", import.meta.url).pathname;
const ROOT = new URL("../", import.meta.url).pathname;

/**
 * Who may import whom. A file directly in `src/` stands for itself; `node:*` is every module of
 * Node, `node:crypto` that one. `docs/architecture.md` explains the table; it is this one that holds.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  time: ["model"],
  text: ["model", "yaml", "fastest-levenshtein", "picomatch"],
  facts: ["model"],
  files: ["model", "picomatch", "node:*"],
  evidence: [
    "model",
    "text",
    "time",
    "github-slugger",
    "mdast",
    "mdast-util-from-markdown",
    "mdast-util-frontmatter",
    "mdast-util-gfm",
    "micromark-extension-frontmatter",
    "micromark-extension-gfm",
  ],
  commands: ["model", "text", "time", "evidence", "mdast", "string-argv"],
  rules: ["model", "text", "time", "facts", "evidence", "zod", "picomatch", "ignore"],
  policy: ["model", "text", "time", "rules", "yaml", "zod", "picomatch"],
  verdict: ["model", "text", "time"],
  render: [
    "model",
    "text",
    "time",
    "commands",
    "mdast",
    "mdast-util-gfm",
    "mdast-util-to-markdown",
    "zod",
  ],
  plan: ["model", "text", "time", "commands", "verdict", "protection", "render", "node:crypto"],
  guard: ["model", "time", "facts", "rules", "policy", "verdict"],
  import: ["model", "text", "evidence", "yaml", "mdast"],
  worktree: ["model", "text", "time", "facts", "files", "commands", "node:*", "picomatch", "zod"],
  protection: ["model", "text", "time", "rules", "policy"],
  github: ["model", "text", "time", "facts", "files", "commands", "node:*", "octokit"],
  // The app's alone: no verdict needs it.
  store: ["model", "text", "node:*", "pg"],
  promotion: [
    "model",
    "facts",
    "files",
    "commands",
    "rules",
    "policy",
    "verdict",
    "guard",
    "protection",
    "render",
    "plan",
    "github",
    "node:crypto",
    "node:v8",
  ],
  action: [
    "model",
    "verdict",
    "render",
    "protection",
    "github",
    "promotion",
    "worktree",
    "node:*",
    "@actions/core",
    "@actions/github",
  ],
  app: [
    "model",
    "text",
    "verdict",
    "render",
    "plan",
    "protection",
    "github",
    "promotion",
    "store",
    "worktree",
    "node:*",
    "octokit",
    "probot",
    "pino",
    "yaml",
    "prom-client",
    "zod",
  ],
  cli: [
    "model",
    "text",
    "time",
    "evidence",
    "rules",
    "policy",
    "verdict",
    "render",
    "guard",
    "import",
    "files",
    "worktree",
    "github",
    "promotion",
    "protection",
    "node:*",
    "yaml",
    "commander",
    "picocolors",
    "@clack/prompts",
  ],
};

/** What only shells and adapters may touch. */
const OUTSIDE = ["worktree", "store", "action", "app", "cli"];
const IMPURE =
  /\b(process\.|console\.|Date\.now\(|new Date\(\)|Math\.random\(|setTimeout\(|fetch\()/;

const FORBIDDEN_NAMES =
  /^(utils?|helpers?|common|shared|misc|types|constants|.*-(manager|service|processor)|manager|processor)\.ts$/;

const LONGEST_FILE = 250;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const IMPORT =
  /^(?:import|export)\s[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

function read(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), "utf8");
  const imports = [...text.matchAll(IMPORT)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
  return { path, room: roomOf(path), text, imports };
}

/** The folder below `src/`; `guard.ts` belongs to the folder of its parts. */
function roomOf(path: string): string {
  const [first = ""] = path.split("/");
  return first.replace(/\.ts$/, "");
}

function targetOf(file: SourceFile, specifier: string): string {
  if (specifier.startsWith(".")) return roomOf(normalize(join(dirname(file.path), specifier)));
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return "node:*";
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => read(path.replaceAll("\\", "/")));

test("there is source to read", () => {
  expect(files.length).toBeGreaterThan(50);
});

describe.each(files)("$path", (file) => {
  test("imports only what its folder may", () => {
    const allowed = MAY_IMPORT[file.room];
    expect(allowed, `src/${file.room} has no row in the table`).toBeDefined();
    const strangers = file.imports
      .filter((specifier) => !allowed?.includes(specifier))
      .map((specifier) => targetOf(file, specifier))
      .filter((target) => target !== file.room && !allowed?.includes(target));
    expect(strangers).toEqual([]);
  });

  test("is small and has a telling name", () => {
    expect(file.text.split("\n").length).toBeLessThanOrEqual(LONGEST_FILE + 1);
    const name = file.path.split("/").at(-1) ?? "";
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/);
    expect(name).not.toMatch(FORBIDDEN_NAMES);
  });

  test("keeps to the house rules of the language", () => {
    expect(file.text).not.toMatch(/^export default\b/m);
    expect(file.text).not.toMatch(/^export \* from\b/m);
    expect(file.text).not.toMatch(/@ts-(ignore|nocheck)|\bas any\b|localeCompare|toLocale/);
    if (!OUTSIDE.includes(file.room)) expect(file.text).not.toMatch(IMPURE);
  });
});

describe("the pages on the architecture", () => {
  const rooms = [...new Set(files.map(({ room }) => room))].sort();
  const page = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");

  test.each(rooms)("have a row for `%s`, as the table of imports has", (room) => {
    expect(page).toMatch(new RegExp(`^\\|.*\`${room}/\`.*\\|$`, "m"));
    expect(Object.keys(MAY_IMPORT)).toContain(room);
  });

  test("number each decision once, in its name and its title", () => {
    const decisions = readdirSync(join(ROOT, "docs/decisions")).filter(
      (name) => /^\d/.test(name) && name !== "0000-template.md",
    );
    const numbers = decisions.map((name) => name.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)]);
    const titles = decisions.map((name) =>
      readFileSync(join(ROOT, "docs/decisions", name), "utf8"),
    );
    expect(titles.map((text) => /^# (\d{4}): /.exec(text)?.[1])).toEqual(numbers);
  });
});

/** The steps of loading a policy, each in a folder of `src/policy/`, in their order. */
const STEPS = [
  "source",
  "schema",
  "shape",
  "reading",
  "merging",
  "checking",
  "organization",
  "building",
];

describe("loading a policy", () => {
  const stepOf = (path: string) => /^policy\/([^/]+)\//.exec(path)?.[1];
  const inSteps = files.filter(({ path }) => stepOf(path) !== undefined);

  test("has these steps", () => {
    expect(new Set(inSteps.map(({ path }) => stepOf(path)))).toEqual(new Set(STEPS));
  });

  test.each(inSteps)("$path imports from no later step", ({ path, imports }) => {
    const step = STEPS.indexOf(stepOf(path) ?? "");
    const later = imports
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => normalize(join(dirname(path), specifier)))
      .filter((target) => target.startsWith("policy/"))
      .filter((target) => !STEPS.slice(0, step + 1).includes(stepOf(target) ?? ""));
    expect(later).toEqual([]);
  });
});

describe("every rule type", () => {
  const index = readFileSync(join(SRC, "rules/index.ts"), "utf8");
  const types = files
    .filter(({ path, text }) => /^rules\/[^/]+\.ts$/.test(path) && /= defineRule\(/.test(text))
    .map(({ path }) => path.slice("rules/".length, -".ts".length));

  test("is one of the thirteen", () => {
    expect(types.toSorted()).toEqual([
      "checklist",
      "ci",
      "decision",
      "document",
      "issues",
      "metrics",
      "owners",
      "rollout",
      "schedule",
      "score",
      "sign-off",
      "table",
      "values",
    ]);
  });

  test.each(types)("%s has its registry line, its page and its test", (type) => {
    expect(index).toContain(`"./${type}.ts"`);
    expect(existsSync(join(ROOT, `docs/rules/${type}.md`))).toBe(true);
    expect(existsSync(join(ROOT, `tests/rules/${type}.test.ts`))).toBe(true);
  });
});
