import { z } from "zod";

const PLACE = z.strictObject({
  file: z.string().describe("Relative to the root of the repository, with forward slashes"),
  line: z.int().min(1),
  column: z.int().min(1).describe("In UTF-16 units"),
});

const OUTCOME = z.enum([
  "passed",
  "warned",
  "failed",
  "pending",
  "errored",
  "conditional",
  "waived",
  "not-applicable",
  "scheduled",
]);

const COUNT = z.int().min(0);

const FINDING = z.strictObject({
  code: z.string().describe("Stable, such as `CHECKLIST-DELETED`"),
  problem: z.string(),
  remedy: z.string().describe("What to paste or do; text to be replaced stands in `<…>`"),
  at: PLACE.nullable(),
  asks: z.string().nullable().describe("Who acts; null: whoever opened the pull request"),
  outcome: z
    .enum(["warned", "failed", "pending", "errored", "conditional", "noted"])
    .describe("What the finding makes of its rule"),
  item: z.string().nullable().describe("What of the rule it is about: an item id, a row, a path"),
});

const WAIVER = z.strictObject({
  reason: z.string(),
  until: z
    .string()
    .nullable()
    .describe("The last day it holds, an ISO date, UTC; null: the head commit alone"),
  approvedBy: z.array(z.string()),
  approvedIn: z.int().nullable().describe("Number of the merged pull request that approved it"),
  kind: z.enum(["waiver", "unfreeze", "break-glass"]).describe("How it was granted"),
});

const RULE = z.strictObject({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  severity: z.enum(["block", "warn"]),
  outcome: OUTCOME,
  from: z
    .string()
    .describe("Where the policy states the rule, such as `.github/stage-gates.yml:12`"),
  findings: z.array(FINDING),
  waiver: WAIVER.nullable(),
  judged: z.boolean().describe("false: needs GitHub and was left out on request (`--local`)"),
});

const GATE = z.strictObject({
  id: z.string(),
  title: z.string(),
  service: z.string().nullable().describe("null where the repository is its one service"),
  outcome: OUTCOME,
  rules: z.array(RULE),
  waitsFor: z.array(z.string()).describe("Ids of gates that have to pass first"),
  undetermined: z.boolean().describe("Rules that were left out could make it another outcome"),
});

/** What `--format json` prints, and what other programs may rely on. Keys are added, never taken. */
export const REPORT_SCHEMA = z.strictObject({
  schemaVersion: z.literal(1),
  decision: z.enum(["go", "conditional-go", "no-go", "undetermined"]),
  mode: z.enum(["advisory", "enforce"]).describe("advisory: reported, but nothing is blocked"),
  stage: z.string(),
  services: z
    .array(z.string())
    .describe("Services judged, sorted; empty where the repository is its one service"),
  commit: z.string().nullable(),
  policy: z.strictObject({
    ref: z.string().describe("Where the policy was read"),
    sha: z.string().nullable(),
    files: z.array(z.string()),
  }),
  validUntil: z
    .string()
    .nullable()
    .describe("Time alone cannot change the verdict before this moment, UTC"),
  gates: z.array(GATE),
  problems: z
    .array(
      z.strictObject({
        code: z.string(),
        message: z.string(),
        at: PLACE,
        help: z.string().nullable(),
      }),
    )
    .describe("What is wrong in the policy; with any of these nothing was judged"),
  notes: z
    .array(z.strictObject({ code: z.string(), message: z.string(), at: PLACE.nullable() }))
    .describe("Remarks that change no outcome"),
  next: z
    .array(
      z.strictObject({
        step: z.string(),
        who: z.string().nullable(),
        gate: z.string(),
        rule: z.string(),
        service: z.string().nullable(),
        problem: z.string().describe("What is wrong until then"),
        at: PLACE.nullable(),
        paste: z
          .string()
          .nullable()
          .describe("What of it can be pasted as it stands: a line, lines or a command"),
      }),
    )
    .describe("The shortest path to green, in order"),
  counts: z.strictObject({
    gates: z.strictObject({
      passed: COUNT,
      warned: COUNT,
      conditional: COUNT,
      pending: COUNT,
      failed: COUNT,
      errored: COUNT,
      scheduled: COUNT,
      "not-applicable": COUNT,
    }),
    findings: z.strictObject({
      warned: COUNT,
      conditional: COUNT,
      pending: COUNT,
      failed: COUNT,
      errored: COUNT,
    }),
    rulesLeftOut: COUNT,
  }),
  expiry: z
    .strictObject({
      when: z.string().describe("From this moment on it is found, UTC"),
      problem: z.string().describe("What will be found then"),
      at: PLACE.nullable(),
      who: z.string().nullable().describe("Who can renew it; null where nobody is named"),
      gate: z.string(),
      rule: z.string(),
      service: z.string().nullable(),
    })
    .nullable()
    .describe("What holds and is the first to stop, by time alone"),
  breakGlass: z
    .strictObject({
      commit: z.string().describe("The head, for which alone it holds"),
      approvals: z.array(z.strictObject({ by: z.string(), reason: z.string(), at: z.string() })),
      reviewDue: z.string().describe("When somebody has to have looked at it, UTC"),
    })
    .nullable()
    .describe("That gates pass on an emergency; to be reviewed afterwards"),
});

export type Report = z.infer<typeof REPORT_SCHEMA>;
