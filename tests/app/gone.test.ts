import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  changeRepositories,
  suspendInstallation,
  uninstallApp,
  unsuspendInstallation,
} from "../../sandbox/world/apps.ts";
import {
  deleteRepository,
  renameRepository,
  setArchived,
  transferRepository,
} from "../../sandbox/world/repositories.ts";
import { type Acme, type Promotion, policyOf, startAcme } from "./acme.ts";
import { type Act, approve, policyBecomes } from "./acts.ts";

/** What GitHub tells of, and is not there any more, or is elsewhere, by the time it is looked at. */
const SIGNED = policyOf("{id: signed, type: sign-off, roles: [leads]}");

const STRICTER = `${SIGNED}      - {id: more, type: document, path: docs/more.md}\n`;

let acme: Acme;
/** So much of what was told of trouble was expected. */
let expected = 0;

const troubles = () => acme.service.lines.filter((line) => !line.startsWith("info"));

beforeAll(async () => {
  acme = await startAcme();
  acme.world.addUser("elsewhere", "Organization");
});

afterAll(() => acme.stop());

afterEach(() => {
  acme.close();
  acme.service.installation.repositories = null;
  expect(troubles().slice(expected)).toEqual([]);
});

/** Is approved, of which the app hears only after something else has happened. */
async function approvedLate(promotion: Promotion, act: Act): Promise<void> {
  const { server, service } = acme;
  const { faults } = server.webhooks;
  expect(await acme.said(promotion)).toBe("failure");
  const isReview = ({ event }: { readonly event: string }) => event === "pull_request_review";
  faults.plan({ fault: { kind: "held" }, matches: isReview });
  await approve("raj")(promotion);
  await server.webhooks.settled();
  await act(promotion);
  await server.webhooks.release();
  await service.settled();
}

/** Nothing is left to do, and nothing is begun again. */
async function isAtRest(): Promise<boolean> {
  return (await acme.service.app.next()) === null;
}

test.each<{ what: string; act: Act; is: "success" | "failure" }>([
  {
    what: "renamed",
    act: ({ world, repository }) => renameRepository(world, repository, { name: "a", by: "raj" }),
    is: "success",
  },
  {
    what: "transferred",
    act: ({ world, repository }) =>
      transferRepository(world, repository, { owner: "elsewhere", by: "raj" }),
    is: "failure",
  },
  {
    what: "deleted",
    act: ({ world, repository }) => deleteRepository(world, repository, { by: "raj" }),
    is: "failure",
  },
  {
    what: "archived",
    act: ({ world, repository }) => setArchived(world, repository, { archived: true, by: "raj" }),
    is: "failure",
  },
  {
    what: "taken from the app",
    act: ({ world, repository }) =>
      changeRepositories(world, acme.service.installation, {
        remove: [repository.fullName],
        by: "raj",
      }),
    is: "failure",
  },
])("T17: a repository that was $what before it is looked at", async ({ act, is }) => {
  const promotion = await acme.propose({ policy: SIGNED });
  await approvedLate(promotion, act);
  expect(await acme.said(promotion)).toBe(is);
  expect(await isAtRest()).toBe(true);
});

test("T17: one that is back is judged again", async () => {
  const promotion = await acme.propose({ policy: SIGNED });
  const { world, repository } = promotion;
  await approvedLate(promotion, () =>
    setArchived(world, repository, { archived: true, by: "raj" }),
  );
  setArchived(world, repository, { archived: false, by: "raj" });
  expect(await acme.said(promotion)).toBe("success");
});

test("T17: what GitHub once did not show although it is there is looked at again", async () => {
  const { server, service } = acme;
  const promotion = await acme.propose({ policy: SIGNED });
  await approve("raj")(promotion);
  expect(await acme.said(promotion)).toBe("success");
  const fault = { kind: "answer", status: 404, body: { message: "Not Found" } } as const;
  server.faults.plan({ fault, matches: ({ url }) => url?.endsWith("/graphql") ?? false, times: 2 });
  await policyBecomes(STRICTER)(promotion);
  await service.pass(10_000);
  expect(await acme.said(promotion)).toBe("failure");
  // What the push brought is one look, and what rests on the branch another.
  const failed = expect.stringContaining("could not be looked at");
  expect(troubles()).toEqual([failed, failed]);
  expected = 2;
});

test("T16: a suspended installation is let be, and judged when it may be again", async () => {
  const { world, service, server } = acme;
  const promotion = await acme.propose({ policy: SIGNED });
  await approvedLate(promotion, () =>
    suspendInstallation(world, service.installation, { by: "raj" }),
  );
  expect(await isAtRest()).toBe(true);
  expect(await acme.said(promotion)).toBe("failure");
  server.traffic.clear();
  await service.app.sweep();
  await service.settled();
  expect(server.traffic.exchanges.map(({ path }) => path)).not.toContain("/api/graphql");
  unsuspendInstallation(world, service.installation, { by: "raj" });
  expect(await acme.said(promotion)).toBe("success");
});

test("T16: an installation that is gone is forgotten, and its history is not", async () => {
  const { world, service } = acme;
  const promotion = await acme.propose({ policy: SIGNED });
  await approvedLate(promotion, () => uninstallApp(world, service.installation, { by: "raj" }));
  expect(await isAtRest()).toBe(true);
  const { id: installation } = service.installation;
  const about = { installation, repository: promotion.repository.fullName };
  const kept = await service.kept(async (store) => ({
    memos: (await store.memos(about)).size,
    history: (await store.history({ ...about, limit: 10 })).map(({ outcome }) => outcome),
  }));
  expect(kept).toEqual({ memos: 0, history: ["no-go"] });
});
