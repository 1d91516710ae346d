import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { openPacks } from "../../src/worktree/template-files.ts";
import { TestFolder } from "../support/git-repository.ts";

const SOURCE = fileURLToPath(new URL("../../src/worktree/template-files.ts", import.meta.url));
const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

const folder = () =>
  new TestFolder()
    .write("secret/pack.yml", "secret\n")
    .write("packs/one/pack.yml", "gates: []\n")
    .write("packs/one/readiness.md", "# Ready\n")
    .write("packs/one/skeletons/b.yml", "b\n")
    .write("packs/one/skeletons/a/decision.md", "a\n")
    .write("packs/two/pack.yml", "gates: []\n")
    .write("packs/Not An Id/pack.yml")
    .write("packs/unfinished/readiness.md")
    .write("packs/file.yml");

describe("packs", () => {
  it("are the folders with a pack file, by id", () => {
    const packs = openPacks(folder().root);
    expect(packs.ids).toEqual(["one", "two"]);
    expect(packs.read("one")).toEqual({ name: "pack:one", text: "gates: []\n" });
  });

  it("bring documents to start from", () => {
    const packs = openPacks(folder().root);
    expect(packs.readiness("one")).toBe("# Ready\n");
    expect(packs.skeletons("one")).toEqual([
      { path: "a/decision.md", text: "a\n" },
      { path: "b.yml", text: "b\n" },
    ]);
    expect([packs.readiness("two"), packs.skeletons("two")]).toEqual([null, []]);
  });

  it.each([
    "",
    ".",
    "..",
    "../secret",
    "one/../one",
    "ONE",
    "none",
    "unfinished",
    "file.yml",
    "__proto__",
    "one\0",
  ])("there is none called %j", (id) => {
    const packs = openPacks(folder().root);
    expect([packs.read(id), packs.readiness(id), packs.skeletons(id)]).toEqual([null, null, []]);
  });

  it("ship with the product", () => {
    expect(openPacks().ids).toContain("scaling-readiness");
  });

  it("are found from the bundle, wherever it is installed", async () => {
    const root = new TestFolder()
      .folder("node_modules/stage-gates/dist")
      .folder("node_modules/templates/packs");
    const installed = root.path("node_modules/stage-gates");
    mkdirSync(`${installed}/templates`);
    cpSync(TEMPLATES, `${installed}/templates`, { recursive: true });
    const contents = `import { openPacks } from ${JSON.stringify(SOURCE)}; console.log(openPacks().ids.join());`;
    await build({
      stdin: { contents, resolveDir: installed, loader: "ts" },
      outfile: `${installed}/dist/cli.js`,
      bundle: true,
      platform: "node",
      format: "esm",
    });
    root.write("node_modules/stage-gates/package.json", '{"type": "module"}');
    const output = execFileSync(process.execPath, [`${installed}/dist/cli.js`], {
      encoding: "utf8",
    });
    expect(output.trim().split(",")).toEqual(openPacks().ids);
  });
});
