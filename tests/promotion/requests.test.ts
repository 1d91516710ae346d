import { beforeAll, describe, expect, test } from "vitest";
import { measureRequests, type Requests } from "../../bench/requests.ts";

/**
 * What one event costs. The measure are the 8 calls that policy-bot and mergeable take for theirs;
 * each kind of REST read is one page, and there where a rule asks for it: trees,
 * runs and checks, what people may do.
 */
const WRITES = { workflow: "repos/create-commit-status", app: "checks/create" } as const;

const SCENES = [
  {
    scene: "claims triage",
    asks: {
      "actions/list-workflow-runs": 2,
      "git/get-tree": 2,
      "checks/list-for-ref": 1,
      "actions/list-workflow-runs-for-repo": 1,
      "actions/get-workflow-run": 1,
      "repos/get-collaborator-permission-level": 5,
    },
    // Who opened it may have issues opened: asked for where there is one to open.
    asksWhenNew: {},
  },
  {
    scene: "30 services",
    asks: {
      "git/get-tree": 2,
      "repos/get-collaborator-permission-level": 1,
    },
    asksWhenNew: { "repos/get-collaborator-permission-level": 2 },
  },
];

describe.each(["workflow", "app"] as const)("by a token of a %s", (speaker) => {
  // Who judges again and again knows what will be asked for.
  const again = speaker === "app" ? 2 : 3;
  let measured: ReadonlyMap<string, Requests>;

  beforeAll(async () => {
    measured = new Map((await measureRequests(speaker)).map((one) => [one.name, one]));
  });

  const reads = (name: string) => measured.get(name)?.reads;

  describe.each(SCENES)("a promotion of $scene", ({ scene, asks, asksWhenNew }) => {
    test(`with nothing changed takes ${again} queries, and writes nothing`, () => {
      const name = `${scene}, nothing changed`;
      expect(measured.get(name)).toMatchObject({ queries: again, writes: {} });
      expect(reads(name)).toEqual(asks);
    });

    test("with everything new writes one verdict, one comment and each issue once", () => {
      const name = `${scene}, everything new`;
      expect(measured.get(name)?.writes).toEqual({
        [WRITES[speaker]]: 1,
        "issues/create-comment": 1,
        "issues/create": 2,
      });
      expect(reads(name)).toEqual({ ...asks, ...asksWhenNew });
    });

    test("looks again only before it creates what must not be there twice", () => {
      // Whether the head is still the same, and whether comment and issues have come meanwhile.
      expect(measured.get(`${scene}, everything new`)?.queries).toBe(3 + 3);
    });
  });
});
