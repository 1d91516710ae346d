import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it, test } from "vitest";
import { parseCommands } from "../../src/commands/parse-commands.ts";
import { VERBS } from "../../src/commands/usage.ts";
import type { Policy, Rule } from "../../src/model/policy.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { answerCommands } from "../../src/render/command-answer.ts";
import { ruleType } from "../../src/rules/index.ts";
import { policyWith } from "../guard/commenting.ts";
import { HOSTILE } from "./verdicts.ts";

function policyOf(text: string): Policy {
  const repository = { name: "policy.yml", text };
  const packs = { ids: [], read: () => null };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

const PLAIN = policyOf(policyWith());

const typeOf = (rule: Rule) => {
  const type = ruleType(rule.type);
  return type === undefined ? null : { ...type.meta, codes: type.codes };
};

const answer = (body: string, policy: Policy = PLAIN) =>
  answerCommands(parseCommands(body), { policy, typeOf });

const rowOf = (verb: string, policy: Policy) =>
  answer("/gate help", policy)
    ?.split("\n")
    .find((line) => line.startsWith(`| \`/gate ${verb} `))
    ?.split(" | ")
    .at(-1);

describe("help", () => {
  test("lists every command", () => {
    for (const verb of VERBS) expect(answer("/gate help")).toContain(`| \`/gate ${verb}`);
  });

  test.each<{ verb: string; rest?: string; who: string }>([
    { verb: "waive", who: "`release-managers` |" },
    { verb: "unwaive", who: "`release-managers`, and whoever gave the waiver |" },
    { verb: "break-glass", who: "nobody: the policy has no `break_glass` |" },
    {
      verb: "break-glass",
      rest: "break_glass: {roles: [release-managers], approvals: 2, review_within: 3d}\n",
      who: "`release-managers`; it takes 2 of them |",
    },
    { verb: "sign-off", who: "whoever holds the role |" },
  ])("says who can use `$verb` here: $who", ({ verb, rest = "", who }) => {
    expect(rowOf(verb, policyOf(policyWith({ rest })))).toBe(who);
  });

  test("says that nobody can where the policy names nobody", () => {
    const without = policyOf(policyWith().replace(/roles:\n.*\nwaivers.*\n/, ""));
    expect(rowOf("waive", without)).toBe("nobody: the policy names no `waivers.approvers` |");
    expect(rowOf("sign-off", without)).toBe("nobody: the policy has no `roles` |");
  });

  test("names the people of a role without calling them", () => {
    expect(answer("/gate help")).toContain(
      "- `release-managers`: `@ana`, `@raj`, `@kim`, `@otto`, `@deploy[bot]`, `@acme/release`",
    );
  });
});

describe("explain", () => {
  test.each<{ body: string; holds: string }>([
    { body: "/gate explain", holds: "| `data` | Data | 1 rule |" },
    { body: "/gate explain data", holds: "| `items` | Items | every required item is there" },
    { body: "/gate explain data/items", holds: "| `CHECKLIST-UNTICKED` |" },
    { body: "/gate explain data/items", holds: "items:\n  - id: data.parity\n" },
    { body: "/gate explain data/items", holds: "<summary>What it can report: " },
    { body: "/gate explain data/items", holds: "Stated at `policy.yml:9`." },
    { body: "/gate explain dada", holds: "There is no gate `dada`; there is `data`." },
    { body: "/gate explain data/item", holds: "There is no rule `item`; there is `items`." },
  ])("$body: $holds", ({ body, holds }) => {
    expect(answer(body)).toContain(holds);
  });

  test("says what cannot be waived", () => {
    const policy = policyOf(policyWith({ settings: ", waivable: false" }));
    expect(answer("/gate explain data/items", policy)).toContain("it cannot be waived");
  });
});

describe("a reply", () => {
  test.each(["", "Nice work", "/gate recheck", "> /gate help", "/gate unwaive data"])(
    "is not given to %j",
    (body) => {
      expect(answer(body)).toBeNull();
    },
  );

  test("to a refused command says what is wrong, what to do, and how it is written", () => {
    expect(answer("/gate sign-off risk")).toBe(
      "**Not taken.** The commit is missing; name the commit behind `sign-off`.\n\nWrite it as `/gate sign-off <role> <commit>`\n",
    );
  });

  test("to several commands holds each answer once", () => {
    const text = answer("/gate help\n/gate help\n/gate recheck\n/gate waiv data") ?? "";
    expect(text.split("What it does").length).toBe(2);
    expect(text).toContain("There is no command `waiv`; write `waive`.");
  });
});

/** What GitHub would make of it that is not text. */
function activeIn(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (["html", "link", "image", "heading", "footnoteReference"].includes(node.type)) {
      found.push(node.type);
    }
    if (node.type === "text" && /(^|\W)@\w|#\d/.test(node.value)) found.push(node.value);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found;
}

describe("foreign text in a reply stays text", () => {
  // A policy with characters that hide is not read at all.
  it.each(HOSTILE.filter((text) => !/\p{Bidi_Control}/u.test(text)))(
    "%j as the title of what a rule asks for",
    (title) => {
      const items = `items: [{id: data.parity, title: ${JSON.stringify(title)}}]`;
      const text = policyWith().replace("items: [{id: data.parity}]", items);
      expect(text).toContain(items);
      const reply = answer("/gate explain data/items", policyOf(text)) ?? "";
      // The fold alone is ours.
      expect(activeIn(reply)).toEqual(["html", "html"]);
      expect(parseCommands(reply)).toEqual([]);
    },
  );

  it.each(HOSTILE)("%j", (text) => {
    const line = text.replaceAll(/\s+/g, " ");
    for (const body of [`/gate ${line}`, `/gate explain ${line}`, `/gate recheck ${line}`]) {
      const reply = answer(body);
      expect(activeIn(reply ?? "")).toEqual([]);
      expect(parseCommands(reply ?? "")).toEqual([]);
    }
  });

  it("whatever was typed", () => {
    const typed = fc.string({
      unit: fc.constantFrom(..."`@a#1<b>[]()|\\\"'*_~!:/ \u202E"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(typed, (text) => {
        const reply = answer(`/gate ${text}`) ?? "";
        expect(activeIn(reply)).toEqual([]);
        expect(parseCommands(reply)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
