import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTeam } from "../../sandbox/world/teams.ts";
import { CONTEXT } from "../promotion/promote-shop.ts";
import { type Acme, type Beginning, policyOf, READY, startAcme } from "./acme.ts";
import {
  type Act,
  access,
  approve,
  checked,
  clock,
  dismiss,
  edit,
  forgedStatus,
  inTurn,
  issueBecomes,
  labels,
  membership,
  policyBecomes,
  rename,
  retarget,
  say,
  unsay,
} from "./acts.ts";

/**
 * What takes a pass away, or gives one, while nobody pushes to the pull request: each is heard of by
 * itself, and nothing here sweeps.
 */

/** GitHub's clock when it begins; it only ever goes on. */
const BEGIN = Date.parse("2026-10-01T23:30:00Z");

/** By our check; `undefined` where it is not there. */
type Said = "success" | "failure" | undefined;

interface Story extends Beginning {
  readonly what: string;
  /** What is there before it is judged for the first time. */
  readonly begin?: Act;
  readonly is: Said;
  /** What happens then, and what the check says of it. */
  readonly next: readonly (readonly [what: string, act: Act, is: Said])[];
}

const STRICTER = `${READY}      - {id: rollback, type: document, path: docs/rollback.md}\n`;
const SIGNED = policyOf("{id: signed, type: sign-off, roles: [leads]}");

const WAIVE = "/gate waive gate/runbook --until 2026-10-01 --codes FILE-MISSING --reason 'new'";
const LONGER = WAIVE.replace("10-01", "10-20");

let acme: Acme;

beforeAll(async () => {
  acme = await startAcme(BEGIN);
  const { world } = acme;
  world.addUser("lea");
  createTeam(world, { organization: "acme", slug: "leads", members: ["lea"], by: "raj" });
});

afterAll(() => acme.stop());

afterEach(() => {
  acme.close();
  const isOdd = (line: string) => !/^info|^warn somebody else wrote under our name/.test(line);
  expect(acme.service.lines.filter(isOdd)).toEqual([]);
});

const STORIES: readonly Story[] = [
  {
    what: "a soak that ends",
    policy: policyOf(
      "{id: soaked, type: rollout, stages: [{id: few, percent: [5, 10], min_soak: 1h}, {id: all, kind: full}]}",
    ),
    head: { "rollout.yml": "stage: all\n" },
    base: { "rollout.yml": "stage: few\npercent: 10\nstarted_at: 2026-10-01T22:50:00Z\n" },
    is: "failure",
    next: [["when it ends", clock("2026-10-01T23:50:01Z"), "success"]],
  },
  {
    what: "T74: a waiver that lapses",
    policy: READY,
    head: {},
    begin: say("raj", WAIVE),
    is: "success",
    next: [
      ["in its last minute", clock("2026-10-01T23:59:00Z"), "success"],
      ["on the next day", clock("2026-10-02T00:00:01Z"), "failure"],
    ],
  },
  {
    what: "the base branch, which lost what the promotion relies on",
    policy: STRICTER,
    base: { "docs/rollback.md": "# Rollback\n\nTake the last one.\n" },
    is: "success",
    next: [
      ["taken away", ({ push }) => push("production", { "docs/rollback.md": null }), "failure"],
      [
        "back",
        ({ push }) => push("production", { "docs/rollback.md": "# Back\n\nAs it was.\n" }),
        "success",
      ],
    ],
  },
  {
    what: "T58: the policy",
    policy: READY,
    is: "success",
    next: [
      ["asks for more", policyBecomes(STRICTER), "failure"],
      ["is broken", policyBecomes(READY.replace("gates:", "gatse:")), "failure"],
      ["asks for what is there", policyBecomes(READY), "success"],
      ["falls away", policyBecomes(null), "failure"],
    ],
  },
  {
    what: "a pull request that is turned to production",
    policy: READY,
    to: "staging",
    is: undefined,
    next: [["is judged then", retarget("production"), "success"]],
  },
  {
    what: "a pull request that is turned away and back",
    policy: READY,
    is: "success",
    next: [
      ["is no promotion, and has no pass", retarget("staging"), "failure"],
      ["whatever is asked of those meanwhile", policyBecomes(STRICTER), "failure"],
      ["and is judged anew", retarget("production"), "failure"],
    ],
  },
  {
    what: "T47: a status of our name by somebody else",
    policy: READY,
    head: {},
    is: "failure",
    next: [["changes nothing", forgedStatus("success"), "failure"]],
  },
  {
    what: "T47: a check run of our name by another app",
    policy: READY,
    is: "success",
    next: [
      ["takes no pass away", checked("forger", CONTEXT, "failure"), "success"],
      ["holds no pass up", policyBecomes(STRICTER), "failure"],
      ["gives none", checked("forger", CONTEXT, "success"), "failure"],
    ],
  },
  {
    what: "T71: an approval",
    policy: SIGNED,
    is: "failure",
    next: [
      ["is given", approve("raj"), "success"],
      ["is dismissed", dismiss, "failure"],
      ["is given by another", approve("lea"), "success"],
    ],
  },
  {
    what: "T70: a waiver",
    policy: READY,
    head: {},
    is: "failure",
    next: [
      ["is given", say("raj", LONGER), "success"],
      ["is edited", edit("raj", "Never mind."), "failure"],
      ["is edited back", edit("raj", LONGER), "failure"],
      ["is given anew", say("raj", LONGER), "success"],
      ["is deleted", unsay("raj"), "failure"],
    ],
  },
  {
    what: "T69: a member of a team who approved",
    policy: SIGNED,
    begin: approve("lea"),
    is: "success",
    next: [
      ["leaves it", membership("lea", "out"), "failure"],
      ["is back", membership("lea", "in"), "success"],
    ],
  },
  {
    what: "T69: whoever approved",
    policy: SIGNED,
    begin: approve("raj"),
    is: "success",
    next: [
      ["may only read", access("raj", "read"), "failure"],
      ["may write again", access("raj", "write"), "success"],
    ],
  },
  {
    what: "T73: an issue with a label that blocks",
    policy: policyOf("{id: none, type: issues, labels: [blocker]}"),
    begin: labels("blocker"),
    is: "failure",
    next: [
      ["loses it", labels(), "success"],
      ["has it again", labels("blocker"), "failure"],
      ["is closed", issueBecomes("closed"), "success"],
      ["is opened again", issueBecomes("open"), "failure"],
    ],
  },
  {
    what: "T73: a label that is renamed",
    policy: policyOf("{id: few, type: issues, labels: [blocker, severe], max_open: 0}"),
    begin: inTurn(labels("blocker"), labels("severe"), labels("minor")),
    is: "success",
    next: [
      [
        "so that it blocks",
        inTurn(rename("severe", "other"), rename("minor", "severe")),
        "failure",
      ],
    ],
  },
  {
    what: "a check of others",
    policy: policyOf("{id: tested, type: ci, check: e2e, app: tester}"),
    is: "failure",
    next: [
      ["passes", checked("tester", "e2e", "success"), "success"],
      ["fails when it is run again", checked("tester", "e2e", "failure"), "failure"],
    ],
  },
];

test.each(STORIES)("$what is heard of", async (story) => {
  const promotion = await acme.propose(story);
  await story.begin?.(promotion);
  const { headSha } = promotion.pull;
  const heard = [await acme.said(promotion)];
  for (const [, act] of story.next) {
    await act(promotion);
    heard.push(await acme.said(promotion));
  }
  expect(heard).toEqual([story.is, ...story.next.map(([, , is]) => is)]);
  expect(promotion.pull.headSha).toBe(headSha);
});
