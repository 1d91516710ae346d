import { describe, expect, test } from "vitest";
import { caseFiles, judgeFiles } from "../../support/example-repository.ts";

const ready = caseFiles("stage-gate-roadmap/ready");

/** The gates of the roadmap by the stage they come with. */
const GATES: readonly (readonly string[])[] = [
  ["blueprint", "assessment", "shared-ownership"],
  ["pilot-design"],
  ["pilot-execution", "governance"],
  ["readiness-gate"],
  ["controls", "production-hardening"],
  ["kpis", "limited-rollout"],
  ["expansion"],
];

describe.each(GATES.map((own, number) => ({ stage: `stage-${number}`, number, own })))(
  "$stage",
  ({ stage, number }) => {
    const judged = judgeFiles({ evidence: ready, input: { stage } });

    test("goes once its gates are filled in", async () => {
      expect((await judged).decision).toBe("go");
    });

    test("asks for its gates and those of the stages before it, and for no later one", async () => {
      const gates = (await judged).gates.map(({ id }) => id);
      expect(gates.toSorted()).toEqual(
        GATES.slice(0, number + 1)
          .flat()
          .toSorted(),
      );
    });
  },
);

test("one production branch asks for all of them", async () => {
  const { decision, gates } = await judgeFiles({ evidence: ready });
  expect(decision).toBe("go");
  expect(gates).toHaveLength(GATES.flat().length);
});

test("an ordinary promotion is not judged as a rollout or an expansion", async () => {
  const { gates } = await judgeFiles({
    evidence: ready,
    prepare: (files) => files.with({ kind: "changes" }, [{ path: "src/a.ts", previous: null }]),
  });
  const outcomes = Object.fromEntries(gates.map(({ id, outcome }) => [id, outcome]));
  expect(outcomes).toMatchObject({
    "limited-rollout": "not-applicable",
    expansion: "not-applicable",
  });
  expect(outcomes).toMatchObject({ controls: "passed", kpis: "passed" });
});
