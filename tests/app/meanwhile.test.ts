import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PlannedFault } from "../../sandbox/server/faults.ts";
import { changeIssue, setLocked } from "../../sandbox/world/issue-changes.ts";
import { mergePull } from "../../sandbox/world/pull-requests.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
import { setDraft } from "../../sandbox/world/reviews.ts";
import { type Acme, READY, RUNBOOK, startAcme } from "./acme.ts";
import { type Act, policyBecomes, retarget } from "./acts.ts";

/** What becomes of a pull request while it is looked at: no verdict of it is about what is not there. */

let acme: Acme;

beforeAll(async () => {
  acme = await startAcme();
});

afterAll(() => acme.stop());

afterEach(() => {
  acme.close();
  acme.server.faults.clear();
  expect(acme.service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
});

type Matches = NonNullable<PlannedFault["matches"]>;

/** A file that moved is asked for by itself, since lists of changes do not say from where. */
const MOVED = {
  base: { "docs/old.md": "# Shop\n" },
  head: { ...RUNBOOK, "docs/old.md": null, "docs/new.md": "# Shop\n" },
};
/** The first look is done, and the last one before something is written is still to come. */
const reads: Matches = ({ url }) => url?.includes("/files?") ?? false;
const writes: Matches = ({ method, url }) => method === "POST" && /check-runs$/.test(url ?? "");

const draft: Act = ({ world, repository, pull }) =>
  setDraft(world, repository, pull, { draft: true, by: "ana" });
const close: Act = ({ world, repository, pull }) =>
  changeIssue(world, repository, pull, { state: "closed" }, "ana");
const merge: Act = ({ world, repository, pull }) =>
  mergePull(world, repository, pull, { login: "raj" });
const lock: Act = ({ world, repository, pull }) =>
  setLocked(world, repository, pull, { locked: true, by: "raj" });
const loseBase: Act = async ({ world, repository }) => {
  const branch = "production";
  const before = await repository.git.branch(branch);
  await repository.git.setRef(`refs/heads/${branch}`, null);
  await afterPush(world, repository, { branch, before, by: "raj" });
};

/** What our check says in the end, and how many comments of ours there are. */
interface Row {
  readonly what: string;
  readonly act: Act;
  readonly is: readonly [said: string | undefined, comments: number];
}

async function judgedWhile(matches: Matches, act: Act): Promise<Row["is"]> {
  const { server, service } = acme;
  const proposed = acme.propose({ policy: READY, ...MOVED });
  const acted = new Promise<void>((resolve) => {
    const fault = {
      kind: "meanwhile",
      async act() {
        await act(await proposed);
        resolve();
      },
    } as const;
    server.faults.plan({ matches, fault });
  });
  const promotion = await proposed;
  await acted;
  const said = await acme.said(promotion);
  expect(await service.app.next()).toBe(null);
  return [said ?? undefined, promotion.pull.comments.length];
}

describe("T18: a pull request that, while it is read, is", () => {
  test.each<Row>([
    { what: "converted to a draft, is judged as any", act: draft, is: ["success", 1] },
    { what: "closed, is told nothing", act: close, is: [undefined, 0] },
    { what: "merged, is told nothing", act: merge, is: [undefined, 0] },
    { what: "retargeted, is no promotion", act: retarget("staging"), is: [undefined, 0] },
    { what: "left without its base, is told nothing", act: loseBase, is: [undefined, 0] },
    { what: "locked, has its check alone", act: lock, is: ["success", 0] },
    {
      what: "asked for more, is judged by that",
      act: policyBecomes(`${READY}      - {id: more, type: document, path: docs/more.md}\n`),
      is: ["failure", 1],
    },
  ])("$what", async ({ act, is }) => {
    expect(await judgedWhile(reads, act)).toEqual(is);
  });
});

describe("T18: a pull request that, while it is written to, is", () => {
  test.each<Row>([
    { what: "converted to a draft", act: draft, is: ["success", 1] },
    { what: "closed", act: close, is: ["failure", 1] },
    { what: "merged", act: merge, is: ["success", 1] },
    { what: "retargeted", act: retarget("staging"), is: ["failure", 1] },
    { what: "left without its base", act: loseBase, is: ["failure", 1] },
    { what: "locked", act: lock, is: ["success", 0] },
  ])(
    "$what keeps its comment, keeps its pass only where it is open or merged, and has nothing begun again",
    async ({ act, is }) => {
      expect(await judgedWhile(writes, act)).toEqual(is);
    },
  );
});

test("T18: one that is locked is commented once it is open again", async () => {
  const promotion = await acme.propose({ policy: READY });
  lock(promotion);
  expect(await acme.said(promotion)).toBe("success");
  const { world, repository, pull } = promotion;
  setLocked(world, repository, pull, { locked: false, by: "raj" });
  expect(await acme.said(promotion)).toBe("success");
  expect(pull.comments).toHaveLength(1);
});
