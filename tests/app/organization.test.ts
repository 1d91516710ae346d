import { afterEach, beforeEach, expect, test } from "vitest";
import { afterPush } from "../../sandbox/world/pushes.ts";
import { AUTHOR } from "../sandbox/start-sandbox.ts";
import { type Acme, type Changes, READY, startAcme } from "./acme.ts";

const ORGANIZATION = `version: 1
gates:
  - id: rollback
    title: Way back
    locked: true
    rules:
      - {id: there, type: document, path: docs/rollback.md}
`;

let acme: Acme;

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(() => acme.stop());

test("T60: the policy of the organization is applied to what is open in its repositories", async () => {
  const { world } = acme;
  const promotion = await acme.propose({ policy: READY });
  const home = await world.addRepository("acme/.github");
  const push = async (changes: Changes) => {
    const before = await home.git.branch("main");
    await home.commit("main", { changes, message: "Ask for more or less", author: AUTHOR });
    await afterPush(world, home, { branch: "main", before, by: "raj" });
  };
  const heard = [await acme.said(promotion)];
  await push({ "stage-gates-org.yml": ORGANIZATION });
  heard.push(await acme.said(promotion));
  await push({ "stage-gates-org.yml": ORGANIZATION.replace("gates:", "gatse:") });
  heard.push(await acme.said(promotion));
  await push({ "stage-gates-org.yml": null });
  heard.push(await acme.said(promotion));
  expect(heard).toEqual(["success", "failure", "failure", "success"]);
});
