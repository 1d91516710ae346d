import examples from "@octokit/webhooks-examples/api.github.com/index.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subjectsOf } from "../../../src/app/ingest/subjects-of.ts";
import { parseSubject, subjectText } from "../../../src/app/subject.ts";

const OWN_APP = 29_310;
const SHA = "a".repeat(40);

const ROWS: readonly {
  readonly name: string;
  readonly event: string;
  readonly payload: unknown;
  readonly asks: readonly string[];
}[] = [
  {
    name: "a pull request is judged, and so is what names it as evidence",
    event: "pull_request",
    payload: { action: "synchronize", pull_request: { number: 12 } },
    asks: ["pull/12", "watched/issue/12"],
  },
  {
    name: "a review is of a pull request",
    event: "pull_request_review",
    payload: { action: "dismissed", pull_request: { number: 12 } },
    asks: ["pull/12"],
  },
  {
    name: "a comment on a pull request may hold a command",
    event: "issue_comment",
    payload: { action: "deleted", issue: { number: 12, pull_request: {} } },
    asks: ["pull/12"],
  },
  {
    name: "our own comment is no news to us",
    event: "issue_comment",
    payload: {
      ...{ action: "edited", issue: { number: 12, pull_request: {} }, sender: { id: 77 } },
      comment: { user: { id: 77 }, performed_via_github_app: { id: OWN_APP } },
    },
    asks: [],
  },
  {
    name: "our comment edited by somebody else",
    event: "issue_comment",
    payload: {
      ...{ action: "edited", issue: { number: 12, pull_request: {} }, sender: { id: 78 } },
      comment: { user: { id: 77 }, performed_via_github_app: { id: OWN_APP } },
    },
    asks: ["pull/12"],
  },
  {
    name: "a comment by another app",
    event: "issue_comment",
    payload: {
      ...{ action: "created", issue: { number: 12, pull_request: {} }, sender: { id: 77 } },
      comment: { user: { id: 77 }, performed_via_github_app: { id: OWN_APP + 1 } },
    },
    asks: ["pull/12"],
  },
  {
    name: "a comment on an issue is talk",
    event: "issue_comment",
    payload: { action: "created", issue: { number: 12 } },
    asks: [],
  },
  {
    name: "an issue may be evidence",
    event: "issues",
    payload: { action: "closed", issue: { number: 7 } },
    asks: ["watched/issue/7", "watched/issues"],
  },
  {
    name: "issues are counted by their labels",
    event: "label",
    payload: { action: "deleted", label: { name: "launch-blocker" } },
    asks: ["watched/issues"],
  },
  {
    name: "a check run of another app may be evidence",
    event: "check_run",
    payload: { action: "completed", check_run: { head_sha: SHA, app: { id: 15_368 } } },
    asks: [`watched/head/${SHA}`],
  },
  {
    name: "our own check run is no news",
    event: "check_run",
    payload: { action: "completed", check_run: { head_sha: SHA, app: { id: OWN_APP } } },
    asks: [],
  },
  {
    name: "the button of our check run asks to judge again",
    event: "check_run",
    payload: { action: "requested_action", check_run: { head_sha: SHA, app: { id: OWN_APP } } },
    asks: [`watched/own/${SHA}`],
  },
  {
    name: "so does GitHub's own button",
    event: "check_suite",
    payload: { action: "rerequested", check_suite: { head_sha: SHA, app: { id: OWN_APP } } },
    asks: [`watched/own/${SHA}`],
  },
  {
    name: "a status may be somebody's over ours",
    event: "status",
    payload: { sha: SHA, context: "stage-gates / production" },
    asks: [`watched/own/${SHA}`],
  },
  {
    name: "another status may be evidence",
    event: "status",
    payload: { sha: SHA, context: "build" },
    asks: [`watched/head/${SHA}`],
  },
  {
    name: "a check run of another app under our name is looked at",
    event: "check_run",
    payload: {
      action: "created",
      check_run: { head_sha: SHA, name: "stage-gates / production", app: { id: 15_368 } },
    },
    asks: [`watched/own/${SHA}`],
  },
  {
    name: "a run of a workflow may be evidence",
    event: "workflow_run",
    payload: { action: "completed", workflow_run: { head_sha: SHA } },
    asks: [`watched/head/${SHA}`, "watched/runs"],
  },
  {
    name: "a merge group waits for us",
    event: "merge_group",
    payload: {
      action: "checks_requested",
      merge_group: { head_sha: SHA, base_ref: "refs/heads/release/1.x" },
    },
    asks: [`group/${SHA}/release/1.x`],
  },
  {
    name: "a merge group that is gone waits for nobody",
    event: "merge_group",
    payload: { action: "destroyed", merge_group: { head_sha: SHA, base_ref: "refs/heads/main" } },
    asks: [],
  },
  {
    name: "a push may be to a base, or of the policy",
    event: "push",
    payload: { ref: "refs/heads/main" },
    asks: ["push/main"],
  },
  {
    name: "each push is audited by itself",
    event: "push",
    payload: {
      ...{ ref: "refs/heads/release/1.x", before: "b".repeat(40), after: SHA },
      sender: { login: "helper[bot]" },
    },
    asks: ["push/release/1.x", `audit/${"b".repeat(40)}/${SHA}/helper[bot]/release/1.x`],
  },
  {
    name: "a branch that is made",
    event: "push",
    payload: { ref: "refs/heads/main", before: "0".repeat(40), after: SHA },
    asks: ["push/main", `audit/-/${SHA}/ghost/main`],
  },
  {
    name: "a branch that is deleted holds nothing to audit",
    event: "push",
    payload: { ref: "refs/heads/main", before: SHA, after: "0".repeat(40) },
    asks: ["push/main"],
  },
  {
    name: "a push whose commits are none",
    event: "push",
    payload: { ref: "refs/heads/main", before: "x/y", after: SHA, sender: { login: "a/b" } },
    asks: ["push/main"],
  },
  {
    name: "a tag promotes nothing",
    event: "push",
    payload: { ref: "refs/tags/v1" },
    asks: [],
  },
  {
    name: "a deployment waits for us",
    event: "deployment_protection_rule",
    payload: {
      action: "requested",
      environment: "eu/production",
      deployment_callback_url:
        "https://api.github.com/repos/acme/shop/actions/runs/4711/deployment_protection_rule",
    },
    asks: ["deployment/4711/eu/production"],
  },
  {
    name: "an address that leads elsewhere is nobody's deployment",
    event: "deployment_protection_rule",
    payload: { environment: "production", deployment_callback_url: "https://evil.test/" },
    asks: [],
  },
  {
    name: "who may write here has changed",
    event: "member",
    payload: { action: "removed" },
    asks: ["repository"],
  },
  {
    name: "who is in a team has changed",
    event: "membership",
    payload: { action: "removed" },
    asks: ["installation"],
  },
  { name: "a star", event: "star", payload: { action: "created" }, asks: [] },
  { name: "an event of next year", event: "quantum_leap", payload: {}, asks: [] },
];

describe("an event asks to look at", () => {
  test.each(ROWS)("$name", ({ event, payload, asks }) => {
    expect(subjectsOf(event, payload, OWN_APP).map(subjectText)).toEqual(asks);
  });
});

const events = ROWS.map(({ event }) => event);

describe("a payload of a shape nobody expects asks for nothing, and breaks nothing", () => {
  const STRANGE = [null, [], 7, "text", true, {}, { pull_request: 7 }, { issue: [] }];
  test.each(STRANGE)("%j", (payload) => {
    for (const event of events) {
      const asked = subjectsOf(event, payload, OWN_APP).map(({ kind }) => kind);
      const alone = new Set(["repository", "installation"]);
      expect(asked.filter((kind) => !alone.has(kind))).toEqual([]);
    }
  });

  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.constantFrom(...events), fc.jsonValue(), (event, payload) => {
        subjectsOf(event, payload, OWN_APP);
      }),
    );
  });
});

describe("payloads as GitHub sends them", () => {
  test.each(examples)("$name", ({ name, examples: payloads }) => {
    for (const payload of payloads) {
      const texts = subjectsOf(name, payload, OWN_APP).map(subjectText);
      expect(texts.map(parseSubject)).toEqual(subjectsOf(name, payload, OWN_APP));
    }
  });

  test("most of those that a promotion rests on ask for something", () => {
    const asking = examples.filter(({ name, examples: payloads }) =>
      payloads.some((payload) => subjectsOf(name, payload, OWN_APP).length > 0),
    );
    expect(asking.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "pull_request",
        "pull_request_review",
        "issues",
        "check_run",
        "check_suite",
        "status",
        "workflow_run",
        "push",
        "merge_group",
      ]),
    );
  });
});

describe("a subject stands in the work list as a text", () => {
  test.each([
    "pull/0",
    "pull/x",
    "pull/",
    "group/abc",
    "deployment/x/y",
    "nothing",
    "",
    "repository/x",
  ])("`%s` is none", (text) => {
    expect(parseSubject(text)).toBeNull();
  });

  test("with whatever a branch or an environment is called", () => {
    const name = fc.string({ minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(name, (branch) => {
        const subject = { kind: "push", branch } as const;
        expect(parseSubject(subjectText(subject))).toEqual(subject);
        const audit = { kind: "audit", branch, before: null, after: SHA, by: "a[bot]" } as const;
        expect(parseSubject(subjectText(audit))).toEqual(audit);
      }),
    );
  });
});
