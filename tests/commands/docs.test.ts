import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCommands } from "../../src/commands/parse-commands.ts";
import { USAGE, VERBS } from "../../src/commands/usage.ts";
import { codesIn, judgeComments } from "../guard/commenting.ts";
import { pullRequest, said } from "../support/pull-request.ts";

const PAGE = readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8");
const HEAD = "4f2c9ab14f2c9ab14f2c9ab14f2c9ab14f2c9ab1";

const blocks = [...PAGE.matchAll(/^(```|~~~)(\w+) (.+)\n([\s\S]*?)^\1$/gm)].map(
  ([, , , info = "", text = ""]) => ({ info, text }),
);

const textOf = (info: string) => blocks.find((block) => block.info === info)?.text ?? "";

const statesIn = (info: string) => parseCommands(textOf(info)).map(({ state }) => state);

describe("the page on commands", () => {
  test.each(VERBS)("has %s with its whole form", (verb) => {
    expect(PAGE).toContain(`| \`/gate ${USAGE[verb].form}\` |`);
  });

  test("shows how one is written", () => {
    expect(statesIn("taken")).toEqual(["command", "command", "command"]);
  });

  test("shows what is none", () => {
    expect(textOf("ignored")).toContain("/gate");
    expect(statesIn("ignored")).toEqual([]);
  });

  test("shows what is refused", () => {
    expect(statesIn("refused")).toEqual(Array(4).fill("refused"));
  });
});

/** `on=<day> <logins>: <decision> <codes of notes>` */
const EXAMPLE = /^on=(\S+) (\S+): (\S+)(?: (\S+))?$/;

const examples = blocks.flatMap(({ info, text }) => {
  const [, day = "", who = "", decision = "", code] = EXAMPLE.exec(info) ?? [];
  return day === "" ? [] : [{ day, who, decision, codes: code === undefined ? [] : [code], text }];
});

describe("its examples", () => {
  test("are there", () => {
    expect(examples.length).toBeGreaterThan(6);
  });

  test.each(examples)(
    "on $day by $who: $decision $codes",
    async ({ day, who, decision, codes, text }) => {
      const comments = who.split(",").map((login) => said(login, text, `${day}T08:00:00Z`));
      const verdict = await judgeComments({
        policy: textOf("policy"),
        readiness: textOf("readiness"),
        pull: pullRequest({ head: HEAD, commands: comments.flat() }),
        now: `${day}T12:00:00Z`,
      });
      expect([verdict.decision, ...codesIn(verdict)]).toEqual([decision, ...codes]);
    },
  );
});

test("every code that notes have is in its table", async () => {
  const sources = ["command-flaws", "judge-commands", "waiver-remarks", "break-glass", "waivers"];
  const texts = sources.map((name) =>
    readFileSync(new URL(`../../src/verdict/${name}.ts`, import.meta.url), "utf8"),
  );
  const codes =
    texts.join("").match(/(?<=")(?:COMMAND|WAIVER|UNWAIVE|BREAK-GLASS)[A-Z-]*(?=")/g) ?? [];
  const ofTheFile = ["WAIVER-NOT-APPROVED", "WAIVER-CHANGED"];
  const missing = [...new Set(codes)].filter((code) => !PAGE.includes(`\`${code}\``));
  expect(missing.sort()).toEqual(ofTheFile.sort());
});
