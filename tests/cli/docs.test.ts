import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { buildProgram } from "../../src/cli/program.ts";
import { exampleRepository } from "./example.ts";
import { runCli } from "./run-cli.ts";

const PAGE = readFileSync(fileURLToPath(new URL("../../docs/cli.md", import.meta.url)), "utf8");

/** The commands of each block, as a reader would paste them. */
const blocks = [...PAGE.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = ""]) =>
  text
    .trim()
    .split("\n")
    .filter((line) => line.startsWith("stage-gates ")),
);

test("the page has commands to run", () => {
  expect(blocks.flat().length).toBeGreaterThan(12);
});

describe.each(blocks.map((commands) => ({ commands })))("$commands", ({ commands }) => {
  test("run as the page shows them, in a repository that is ready", async () => {
    const repository = exampleRepository("claims-triage");
    repository.git("branch", "production");
    for (const command of commands) {
      const ran = await runCli(command.split(" ").slice(1), { cwd: repository.root });
      // Without recorded facts, and on another day, the example is not ready.
      const codes = command === "stage-gates check" ? [1] : [0];
      expect(codes, `${command}\n${ran.stdout}${ran.stderr}`).toContain(ran.code);
      expect(ran.stdout).not.toBe("");
    }
  });
});

const program = buildProgram("0.0.0", async () => {});

describe.each(program.commands.map((command) => ({ command, name: command.name() })))(
  "the page on $name",
  ({ command, name }) => {
    test("names every option there is", () => {
      const section = PAGE.split(/^## /m).find((text) => text.startsWith(`${name}\n`)) ?? "";
      expect(section).not.toBe("");
      const options = command.options
        .map((option) => option.long ?? "")
        .filter((long) => !["--color", "--no-color"].includes(long));
      expect(options.filter((long) => !section.includes(`${long}`))).toEqual([]);
    });
  },
);
