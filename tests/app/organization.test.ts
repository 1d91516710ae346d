import { afterEach, beforeEach, expect, test } from "vitest";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
import { POLICY } from "../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../sandbox/start-sandbox.ts";
import { runService, type Service } from "./run-service.ts";

const ORGANIZATION = `version: 1
gates:
  - id: rollback
    title: Way back
    locked: true
    rules:
      - {id: there, type: document, path: docs/rollback.md}
`;

let sandbox: Started;
let service: Service;

beforeEach(async () => {
  sandbox = await startSandbox();
  service = await runService(sandbox);
});

afterEach(async () => {
  await service.stop();
  await stopBlameless(sandbox);
});

test("a new policy of the organization is applied to what is open in its repositories", async () => {
  const { world, repository } = sandbox;
  await repository.commit("main", {
    changes: {
      ".github/stage-gates.yml": POLICY,
      "docs/runbook.md": "# What to do\n\nAsk Ana, she knows it all.\n",
    },
    ...{ message: "Gate it", author: AUTHOR },
  });
  const pull = await openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
  });
  const home = await world.addRepository("acme/.github");
  const verdicts = () => repository.runsOf(pull.headSha).map(({ title }) => title);
  await service.settled();
  const before = verdicts();

  const by = { message: "Ask for more", author: AUTHOR };
  await home.commit("main", { changes: { "stage-gates-org.yml": ORGANIZATION }, ...by });
  await afterPush(world, home, { branch: "main", before: null, by: "raj" });
  await service.settled();
  expect({ before, after: verdicts() }).toEqual({
    before: ["Ready: 1 gate passes"],
    after: ["1 of 2 gates fails: rollback"],
  });
});
