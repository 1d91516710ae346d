import { describe, expect, it } from "vitest";
import { type Fact, type FileVersion, missing } from "../../src/model/fact.ts";
import { rollout } from "../../src/rules/rollout.ts";
import { askRule, type RuleQuestion, told } from "../support/ask-rule.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";

const STAGES = [
  { id: "shadow", kind: "shadow" },
  { id: "canary", kind: "canary", percent: [1, 5], min_soak: "48h" },
  { id: "wider", kind: "partial", percent: [5, 50], min_soak: "3d" },
  { id: "all", kind: "full" },
];

const at = (stage: string, percent: number | string, ...more: string[]) =>
  [`stage: ${stage}`, `percent: ${percent}`, ...more, ""].join("\n");

interface Case {
  readonly base?: Content;
  readonly head: Content;
  /** Text and merge time of each version on base, newest first. */
  readonly history?: readonly (readonly [Content, string])[];
  readonly options?: Record<string, unknown>;
  readonly ask?: Partial<RuleQuestion>;
  readonly document?: string;
  readonly baseDocument?: string;
}

interface Row extends Case {
  readonly name: string;
  readonly told: readonly string[];
}

function sourceOf({ base, head, history, document, baseDocument }: Case): MemorySource {
  const files = (rollout: Content | undefined, readiness: string | undefined) => ({
    ...(rollout === undefined ? {} : { "rollout.yml": rollout }),
    ...(readiness === undefined ? {} : { "READINESS.md": readiness }),
  });
  const source = new MemorySource({
    evidence: files(head, document),
    base: files(base, baseDocument),
  });
  if (history === undefined) return source;
  const versions = history.map(
    ([content, when], index): FileVersion => ({
      commit: String(index).repeat(40),
      at: Date.parse(when),
      content:
        content === ""
          ? { state: "absent" }
          : { state: "file", file: { text: content, blob: `${index} ${content}` } },
    }),
  );
  return source.with<"history">(
    { kind: "history", path: "rollout.yml", revision: "base" },
    versions,
  );
}

function ask(given: Case) {
  const options = { stages: STAGES, ...given.options };
  return askRule(rollout, { options, source: sourceOf(given), ...given.ask });
}

async function expectTold(row: Row): Promise<void> {
  expect(told(await ask(row))).toEqual(row.told);
}

/** Long enough ago for every soak. */
const LONG_AGO = "2026-09-01T10:00:00Z";

describe("what the file states", () => {
  const same = (text: string) => ({ base: text, head: text });
  const rows: readonly Row[] = [
    { name: "a step in range", ...same(at("canary", 5)), told: [] },
    { name: "the least of the range", ...same(at("canary", 1)), told: [] },
    { name: "in percent", ...same(at("canary", "5 %")), told: [] },
    { name: "a stage in another case", ...same(at("Canary", 5)), told: [] },
    {
      name: "a stage of one percentage, which goes without saying",
      ...same("stage: all\n"),
      told: [],
    },
    { name: "too much", ...same(at("canary", 5.1)), told: ["failed ROLLOUT-OUT-OF-RANGE percent"] },
    { name: "too little", ...same(at("canary", 0)), told: ["failed ROLLOUT-OUT-OF-RANGE percent"] },
    {
      name: "a shadow that reaches somebody",
      ...same(at("shadow", 1)),
      told: ["failed ROLLOUT-OUT-OF-RANGE percent"],
    },
    {
      name: "all, but not quite",
      ...same(at("all", 99)),
      told: ["failed ROLLOUT-OUT-OF-RANGE percent"],
    },
    { name: "no stage", ...same("percent: 5\n"), told: ["failed ROLLOUT-STAGE stage"] },
    {
      name: "a stage of another policy",
      ...same(at("canery", 5)),
      told: ["failed ROLLOUT-STAGE stage"],
    },
    { name: "`__proto__`", ...same(at("__proto__", 5)), told: ["failed ROLLOUT-STAGE stage"] },
    { name: "a list of stages", ...same(at("[canary]", 5)), told: ["failed ROLLOUT-STAGE stage"] },
    { name: "no percentage", ...same("stage: canary\n"), told: ["failed ROLLOUT-PERCENT percent"] },
    {
      name: "a percentage in words",
      ...same(at("canary", "few")),
      told: ["failed ROLLOUT-PERCENT percent"],
    },
    {
      name: "a limit instead of a percentage",
      ...same(at("canary", '"<= 5 %"')),
      told: ["failed ROLLOUT-PERCENT percent"],
    },
    { name: "more than all", ...same(at("all", 101)), told: ["failed ROLLOUT-PERCENT percent"] },
    {
      name: "milliseconds",
      ...same(at("canary", "5 ms")),
      told: ["failed ROLLOUT-PERCENT percent"],
    },
    {
      name: "a start on some day",
      ...same(at("canary", 5, "started_at: lately")),
      told: ["failed ROLLOUT-DATE started_at"],
    },
    {
      name: "a start to come",
      ...same(at("canary", 5, "started_at: 2026-10-02")),
      told: ["failed ROLLOUT-FUTURE started_at"],
    },
    { name: "a start today", ...same(at("canary", 5, "started_at: 2026-10-01")), told: [] },
    {
      name: "a start at a moment",
      ...same(at("canary", 5, "started_at: 2026-10-01T11:59:00Z")),
      told: [],
    },
    {
      name: "a key twice",
      ...same("stage: canary\nstage: all\npercent: 5\n"),
      told: ["errored FILE-MALFORMED rollout.yml"],
    },
    { name: "no data", ...same("# nothing\n"), told: ["errored FILE-MALFORMED rollout.yml"] },
    { name: "a list", ...same("- stage: canary\n"), told: ["failed ROLLOUT-STAGE stage"] },
    { name: "an empty file", ...same(""), told: ["failed FILE-MISSING rollout.yml"] },
    { name: "a link", ...same("link"), told: ["failed FILE-MISSING rollout.yml"] },
  ];
  it.each(rows)("$name", expectTold);

  it("is looked for in the service's folder", async () => {
    const source = new MemorySource({ evidence: {}, base: {} });
    const answer = await askRule(rollout, {
      options: { stages: STAGES },
      source,
      service: { id: "search", path: "services/search" },
    });
    expect(answer.findings[0]?.at?.file).toBe("services/search/rollout.yml");
  });

  it("does not pass with what the finding says to create", async () => {
    const { findings } = await ask({ head: "empty" });
    const text = /```yaml\n([\s\S]*)\n```/.exec(findings[0]?.remedy ?? "")?.[1] ?? "";
    const answer = await ask({ head: `${text}\n` });
    expect(answer.findings.map(({ outcome }) => outcome)).toContain("failed");
  });

  it("names the line", async () => {
    const { findings } = await ask({ base: at("canary", 9), head: at("canary", 9) });
    expect(findings[0]?.at).toEqual({ file: "rollout.yml", line: 2, column: 10 });
  });
});

describe("a step against the base branch", () => {
  const soaked = (text: string) => ({ base: text, history: [[text, LONG_AGO]] as const });
  const rows: readonly Row[] = [
    { name: "the first stage first", head: at("shadow", 0), told: [] },
    {
      name: "not with the second stage",
      head: at("canary", 5),
      told: ["failed ROLLOUT-SKIPPED stage"],
    },
    {
      name: "not with the second stage, where stages may be skipped",
      head: at("canary", 5),
      options: { no_skip: false },
      told: [],
    },
    { name: "the next stage", ...soaked(at("canary", 5)), head: at("wider", 20), told: [] },
    { name: "more of the same stage", ...soaked(at("canary", 1)), head: at("canary", 5), told: [] },
    {
      name: "a stage left out",
      ...soaked(at("canary", 5)),
      head: at("all", 100),
      told: ["failed ROLLOUT-SKIPPED stage"],
    },
    {
      name: "a stage left out, where that is allowed",
      ...soaked(at("canary", 5)),
      head: at("all", 100),
      options: { no_skip: false },
      told: [],
    },
    {
      name: "back",
      ...soaked(at("wider", 20)),
      head: at("canary", 5),
      told: ["failed ROLLOUT-DECREASE percent"],
    },
    {
      name: "back, marked",
      ...soaked(at("wider", 20)),
      head: at("canary", 5, "rollback: error rate doubled"),
      told: [],
    },
    {
      name: "back, marked without a reason",
      ...soaked(at("wider", 20)),
      head: at("canary", 5, "rollback: true"),
      told: [],
    },
    {
      name: "back, marked with the remedy as printed",
      ...soaked(at("wider", 20)),
      head: at("canary", 5, "rollback: <reason>"),
      told: ["failed ROLLOUT-DECREASE percent"],
    },
    {
      name: "back, marked as none",
      ...soaked(at("wider", 20)),
      head: at("canary", 5, "rollback: no"),
      told: ["failed ROLLOUT-DECREASE percent"],
    },
    {
      name: "back to the start at once, marked",
      ...soaked(at("all", 100)),
      head: at("shadow", 0, "rollback: true"),
      told: [],
    },
    {
      name: "back, where that is allowed",
      ...soaked(at("wider", 20)),
      head: at("wider", 10),
      options: { monotonic: false },
      told: [],
    },
    {
      name: "less of the same stage",
      ...soaked(at("wider", 20)),
      head: at("wider", 10),
      told: ["failed ROLLOUT-DECREASE percent"],
    },
    {
      name: "back out of range, marked",
      ...soaked(at("wider", 20)),
      head: at("canary", 9, "rollback: true"),
      told: ["failed ROLLOUT-OUT-OF-RANGE percent"],
    },
    {
      name: "on, marked as a rollback",
      ...soaked(at("canary", 5)),
      head: at("wider", 20, "rollback: true"),
      told: ["failed ROLLOUT-NOT-A-ROLLBACK rollback"],
    },
    {
      name: "a jump, marked as a rollback",
      ...soaked(at("canary", 5)),
      head: at("all", 100, "rollback: true"),
      told: ["failed ROLLOUT-NOT-A-ROLLBACK rollback"],
    },
    {
      name: "the first step, marked as a rollback",
      head: at("shadow", 0, "rollback: true"),
      told: ["failed ROLLOUT-NOT-A-ROLLBACK rollback"],
    },
    {
      name: "a stage back and more of it, marked as a rollback",
      ...soaked(at("wider", 5)),
      head: at("canary", 5, "rollback: true"),
      told: [],
    },
    {
      name: "the same step with another remark",
      ...soaked(at("wider", 20)),
      head: at("wider", 20, "# a remark"),
      told: [],
    },
    {
      name: "the same step, whatever mark was left",
      ...soaked(at("wider", 20)),
      head: at("wider", 20, "rollback: true"),
      told: [],
    },
    {
      name: "deleting the file",
      ...soaked(at("wider", 20)),
      head: "empty",
      told: ["failed FILE-MISSING rollout.yml"],
    },
    {
      name: "after a stage the policy no longer has",
      ...soaked(at("beta", 20)),
      head: at("canary", 5),
      told: ["failed ROLLOUT-SKIPPED stage"],
    },
    {
      name: "after a file that does not parse",
      ...soaked("stage: [\n"),
      head: at("shadow", 0),
      told: [],
    },
  ];
  it.each(rows)("$name", expectTold);
});

describe("the soak of the step before", () => {
  const base = at("canary", 5);
  const head = at("wider", 20);
  const soaking = "pending ROLLOUT-SOAKING percent";
  const rows: readonly (Row & { readonly validUntil: string | null })[] = [
    {
      name: "a second short",
      base,
      head,
      history: [[base, "2026-09-29T12:00:01Z"]],
      told: [soaking],
      validUntil: "2026-10-01T12:00:01.000Z",
    },
    {
      name: "at its end",
      base,
      head,
      history: [[base, "2026-09-29T12:00:00Z"]],
      told: [],
      validUntil: null,
    },
    {
      name: "runs from the first merge that had the step",
      base,
      head,
      history: [
        [`${base}# remark\n`, "2026-10-01T10:00:00Z"],
        [base, LONG_AGO],
      ],
      told: [],
      validUntil: null,
    },
    {
      name: "starts anew with the percentage",
      base,
      head,
      history: [
        [base, "2026-10-01T10:00:00Z"],
        [at("canary", 1), LONG_AGO],
      ],
      told: [soaking],
      validUntil: "2026-10-03T10:00:00.000Z",
    },
    {
      name: "starts anew with a rollback",
      base: `${base}rollback: true\n`,
      head,
      history: [
        [`${base}rollback: true\n`, "2026-10-01T10:00:00Z"],
        [at("wider", 20), "2026-09-20T10:00:00Z"],
        [base, LONG_AGO],
      ],
      told: [soaking],
      validUntil: "2026-10-03T10:00:00.000Z",
    },
    {
      name: "starts anew when the file was gone",
      base,
      head,
      history: [
        [base, "2026-10-01T10:00:00Z"],
        ["", "2026-09-20T10:00:00Z"],
        [base, LONG_AGO],
      ],
      told: [soaking],
      validUntil: "2026-10-03T10:00:00.000Z",
    },
    {
      name: "an earlier typed date shortens nothing",
      base: `${base}started_at: 2026-08-01\n`,
      head,
      history: [[`${base}started_at: 2026-08-01\n`, "2026-10-01T10:00:00Z"]],
      told: [soaking],
      validUntil: "2026-10-03T10:00:00.000Z",
    },
    {
      name: "a later typed date lengthens it",
      base: `${base}started_at: 2026-09-30\n`,
      head,
      history: [[`${base}started_at: 2026-09-30\n`, LONG_AGO]],
      told: [soaking],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
    {
      name: "a typed moment lengthens it to the minute",
      base: `${base}started_at: 2026-09-30T18:30:00Z\n`,
      head,
      history: [[`${base}started_at: 2026-09-30T18:30:00Z\n`, LONG_AGO]],
      told: [soaking],
      validUntil: "2026-10-02T18:30:00.000Z",
    },
    {
      name: "the head's own typed date changes nothing",
      base,
      head: at("wider", 20, "started_at: 2026-08-01"),
      history: [[base, "2026-10-01T10:00:00Z"]],
      told: [soaking],
      validUntil: "2026-10-03T10:00:00.000Z",
    },
    {
      name: "is asked for more of the same stage too",
      base: at("canary", 1),
      head: base,
      history: [[at("canary", 1), "2026-10-01T10:00:00Z"]],
      told: [soaking],
      validUntil: "2026-10-03T10:00:00.000Z",
    },
    {
      name: "is not asked for a rollback",
      base,
      head: at("canary", 1, "rollback: true"),
      history: [[base, "2026-10-01T10:00:00Z"]],
      told: [],
      validUntil: null,
    },
    {
      name: "is asked beside a skipped stage",
      base,
      head: at("all", 100),
      history: [[base, "2026-10-01T10:00:00Z"]],
      told: ["failed ROLLOUT-SKIPPED stage", soaking],
      validUntil: "2026-10-03T10:00:00.000Z",
    },
    {
      name: "the history does not reach the step",
      base,
      head,
      history: [[at("shadow", 0), LONG_AGO]],
      told: ["errored ROLLOUT-NO-HISTORY history"],
      validUntil: null,
    },
    {
      name: "there is no history",
      base,
      head,
      history: [],
      told: ["errored ROLLOUT-NO-HISTORY history"],
      validUntil: null,
    },
  ];
  it.each(rows)("$name", async (row) => {
    const answer = await ask(row);
    expect([told(answer), answer.validUntil]).toEqual([row.told, row.validUntil]);
  });

  it("says in UTC when it ends", async () => {
    const { findings } = await ask({ base, head, history: [[base, "2026-10-01T10:00:00Z"]] });
    expect(findings[0]?.problem).toContain("2026-10-03 10:00 UTC");
  });

  it("is errored in a clone that does not know", async () => {
    const source = sourceOf({ base, head });
    const shallow: Fact<never> = missing("needs-history", "the clone is shallow");
    source.with<"history">({ kind: "history", path: "rollout.yml", revision: "base" }, shallow);
    const { findings } = await askRule(rollout, { options: { stages: STAGES }, source });
    expect(findings.map(({ code }) => code)).toEqual(["FACT-UNREADABLE"]);
  });
});

const kpis = (...rows: readonly (readonly [string, string, string, string])[]) =>
  [
    "# Readiness",
    "",
    "## KPIs",
    "",
    "| KPI | Minimum | Actual | Measured |",
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
  ].join("\n");

describe("the KPIs of the step before", () => {
  const stages = [
    { id: "canary", percent: [1, 5], metrics: ["Accuracy"] },
    { id: "all", kind: "full" },
  ];
  const base = at("canary", 5);
  const given = {
    base,
    head: at("all", 100),
    history: [[base, "2026-09-20T10:00:00Z"]] as const,
    options: { stages },
    ask: { gate: { id: "launch", title: "Launch", heading: "Launch" } },
  };
  const good = kpis(["Accuracy", ">= 90 %", "94 %", "2026-09-25"]);
  const accuracy = "failed ROLLOUT-METRIC Accuracy";
  const rows: readonly Row[] = [
    { name: "met, and measured since", ...given, document: good, told: [] },
    {
      name: "measured on the day of the merge",
      ...given,
      document: good.replace("-25", "-20"),
      told: [],
    },
    { name: "measured before", ...given, document: good.replace("-25", "-19"), told: [accuracy] },
    {
      name: "measured on no day",
      ...given,
      document: good.replace("2026-09-25", "-"),
      told: [accuracy],
    },
    {
      name: "measured tomorrow",
      ...given,
      document: good.replace("2026-09-25", "2026-10-02"),
      told: [accuracy],
    },
    { name: "not met", ...given, document: good.replace("94 %", "89 %"), told: [accuracy] },
    {
      name: "met only by a minimum the head has lowered",
      ...given,
      document: good.replace("90", "80").replace("94", "85"),
      baseDocument: good,
      told: [accuracy],
    },
    { name: "not measured", ...given, document: good.replace("94 %", "TBD"), told: [accuracy] },
    {
      name: "without a row",
      ...given,
      document: kpis(["Recall", ">= 90 %", "94 %", "2026-09-25"]),
      told: [accuracy],
    },
    {
      name: "another KPI that fails",
      ...given,
      document: kpis(
        ["Accuracy", ">= 90 %", "94 %", "2026-09-25"],
        ["Recall", ">= 90 %", "9 %", "-"],
      ),
      told: [],
    },
    {
      name: "no table",
      ...given,
      document: "# Readiness\n",
      told: ["failed TABLE-MISSING READINESS.md"],
    },
    { name: "no document", ...given, told: ["failed READINESS-MISSING READINESS.md"] },
    { name: "not asked for the first step", options: { stages }, head: base, told: [] },
    {
      name: "not asked for a rollback",
      ...given,
      base: at("all", 100),
      history: [],
      head: at("canary", 5, "rollback: true"),
      told: [],
    },
  ];
  it.each(rows)("$name", expectTold);
});

describe("its settings", () => {
  const stage = (given: Record<string, unknown>) => ({
    stages: [{ id: "a", percent: [1, 5], ...given }],
  });
  it.each([
    { name: "no stage", options: { stages: [] } },
    {
      name: "a stage twice",
      options: {
        stages: [
          { id: "a", percent: [1, 5] },
          { id: "A", percent: [5, 9] },
        ],
      },
    },
    { name: "a range the wrong way round", options: stage({ percent: [5, 1] }) },
    { name: "a range beyond all", options: stage({ percent: [5, 101] }) },
    { name: "a canary without a range", options: { stages: [{ id: "a", kind: "canary" }] } },
    {
      name: "a stage below the one before it",
      options: {
        stages: [
          { id: "a", percent: [50, 60] },
          { id: "b", percent: [5, 10] },
        ],
      },
    },
    { name: "a soak that is no duration", options: stage({ min_soak: "two days" }) },
    { name: "a kind it does not know", options: stage({ kind: "beta" }) },
    { name: "a key it does not know", options: stage({ soak: "2d" }) },
  ])("refuse $name", ({ options }) => {
    expect(rollout.options.safeParse(options).success).toBe(false);
  });
});
