import { describe, expect, test } from "vitest";
import { GITHUB_ACTIONS } from "../../src/model/context.ts";
import { known, missing } from "../../src/model/fact.ts";
import type { BranchGuard } from "../../src/model/protection.ts";
import { branchFindings } from "../../src/protection/branch-findings.ts";

const CONTEXT = "stage-gates / production";

const SOUND: BranchGuard = {
  name: "the ruleset 1",
  ruleset: { id: 1, source: "repository" },
  contexts: [{ context: CONTEXT, app: GITHUB_ACTIONS }],
  upToDate: false,
  pullRequest: { approvals: 0, codeOwners: false },
  refusesForcePushes: true,
  refusesDeletion: true,
  hasMergeQueue: false,
  bypass: known([]),
  unread: null,
};

const UNREAD: BranchGuard = {
  ...SOUND,
  name: "classic protection",
  ruleset: null,
  contexts: [],
  pullRequest: null,
  refusesForcePushes: false,
  refusesDeletion: false,
  bypass: missing("forbidden", "the token lacks `administration: read`"),
  unread: "the token lacks `administration: read`",
};

function codes(guards: readonly BranchGuard[], app = GITHUB_ACTIONS, followsBranch = true) {
  return branchFindings(
    { branch: "production", guards: known(guards) },
    { context: CONTEXT, app, followsBranch },
  )
    .filter(({ level }) => level !== "ok")
    .map(({ level, code }) => `${level} ${code}`);
}

const FORGEABLE = "warn source-forgeable";

describe("a branch whose guards are", () => {
  const rows: readonly {
    what: string;
    guards: readonly BranchGuard[];
    finds: readonly string[];
    app?: number;
    follows?: boolean;
  }[] = [
    { what: "as they are created", guards: [SOUND], finds: [FORGEABLE] },
    {
      what: "bound to an app of one's own",
      guards: [{ ...SOUND, contexts: [{ context: CONTEXT, app: 7 }] }],
      app: 7,
      finds: [],
    },
    {
      what: "none",
      guards: [],
      finds: [
        "fail context-required",
        "fail pull-request-required",
        "fail force-push-refused",
        "fail deletion-refused",
      ],
    },
    {
      what: "without our status",
      guards: [{ ...SOUND, contexts: [{ context: "build", app: null }] }],
      finds: ["fail context-required"],
    },
    {
      what: "for a status that only looks like ours",
      guards: [{ ...SOUND, contexts: [{ context: "stage-gates / productiоn", app: null }] }],
      finds: ["fail context-required"],
    },
    {
      what: "content with anybody's status",
      guards: [{ ...SOUND, contexts: [{ context: CONTEXT, app: null }] }],
      finds: ["fail source-bound"],
    },
    {
      what: "content with anybody's in one place, and bound in another",
      guards: [{ ...SOUND, contexts: [{ context: CONTEXT, app: null }] }, SOUND],
      finds: [FORGEABLE],
    },
    {
      what: "bound to an app that does not write it",
      guards: [{ ...SOUND, contexts: [{ context: CONTEXT, app: 99 }] }],
      finds: ["fail source-bound"],
    },
    {
      what: "bound to an app that does not write it, besides ours",
      guards: [SOUND, { ...SOUND, contexts: [{ context: CONTEXT, app: 99 }] }],
      finds: ["fail source-bound"],
    },
    {
      what: "open to pushes",
      guards: [{ ...SOUND, pullRequest: null }],
      finds: [FORGEABLE, "fail pull-request-required"],
    },
    {
      what: "open to force pushes",
      guards: [{ ...SOUND, refusesForcePushes: false }],
      finds: [FORGEABLE, "fail force-push-refused"],
    },
    {
      what: "open to deletion",
      guards: [{ ...SOUND, refusesDeletion: false }],
      finds: [FORGEABLE, "fail deletion-refused"],
    },
    {
      what: "whole only together",
      guards: [
        { ...SOUND, pullRequest: null, refusesDeletion: false },
        { ...SOUND, contexts: [], refusesForcePushes: false },
      ],
      finds: [FORGEABLE],
    },
    {
      what: "passed by administrators",
      guards: [{ ...SOUND, bypass: known([{ who: "administrators", mode: "always" }]) }],
      finds: [FORGEABLE, "warn bypass"],
    },
    {
      what: "passed by nobody knows whom",
      guards: [{ ...SOUND, bypass: missing("forbidden", "no") }],
      finds: [FORGEABLE, "unknown bypass"],
    },
    {
      what: "not all readable, and the others leave something open",
      guards: [{ ...SOUND, pullRequest: null }, UNREAD],
      finds: [FORGEABLE, "unknown pull-request-required", "unknown bypass"],
    },
    {
      what: "not readable at all",
      guards: [UNREAD],
      finds: [
        "fail context-required",
        "unknown pull-request-required",
        "unknown force-push-refused",
        "unknown deletion-refused",
        "unknown bypass",
      ],
    },
    {
      what: "for a branch that moves unseen",
      guards: [SOUND],
      follows: false,
      finds: [FORGEABLE, "warn judged-where-it-lands"],
    },
    {
      what: "for a branch that moves unseen, but heads have to be up to date",
      guards: [{ ...SOUND, upToDate: true }],
      follows: false,
      finds: [FORGEABLE],
    },
    {
      what: "for a branch that moves unseen, with a merge queue",
      guards: [{ ...SOUND, hasMergeQueue: true }],
      follows: false,
      finds: [FORGEABLE],
    },
  ];

  test.for(rows)("$what", ({ guards, finds, app, follows }) => {
    expect(codes(guards, app, follows)).toEqual(finds);
  });

  test("not there to be read is never fine", () => {
    const guards = missing("forbidden", "the token may not read this");
    const stage = { context: CONTEXT, app: GITHUB_ACTIONS, followsBranch: true };
    expect(branchFindings({ branch: "production", guards }, stage)).toMatchObject([
      { level: "unknown", code: "branch-unread" },
    ]);
  });
});
