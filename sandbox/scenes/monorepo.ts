import type { HostedRepository } from "../world/hosted-repository.ts";
import type { PullRequest } from "../world/issue.ts";
import { addReview, mergePull, openPull } from "../world/pull-requests.ts";
import type { World } from "../world/world.ts";
import { exampleFiles } from "./example-files.ts";

/** A promotion of all thirty services of `examples/monorepo`. */
export interface Monorepo {
  readonly repository: HostedRepository;
  readonly pull: PullRequest;
}

const WRITERS = ["ana", "emil", "hana", "kim", "li", "noor", "otto", "raj", "ravi", "tess"];
const MANAGERS = ["mira", "theo"];
const WAIVERS = ".github/stage-gates/waivers.yml";

export async function monorepo(world: World): Promise<Monorepo> {
  world.now = Date.parse("2026-09-22T08:00:00Z");
  for (const login of [...WRITERS, ...MANAGERS]) world.addUser(login);
  const repository = await world.addRepository("linden-shop/shop");
  for (const login of WRITERS) repository.collaborators.set(login, "write");
  for (const login of MANAGERS) repository.collaborators.set(login, "maintain");
  const author = { name: "Li", email: "li@linden-shop.test", at: world.now };
  const { [WAIVERS]: waivers = Buffer.of(), ...files } = exampleFiles("monorepo");
  const first = await repository.commit("production", {
    ...{ changes: { "README.md": "# Shop\n" }, message: "Begin", author },
  });
  await repository.git.setRef("refs/heads/main", first);
  const services = await repository.commit("main", {
    ...{ changes: files, message: "Thirty services", author },
  });

  await repository.git.setRef("refs/heads/waive-pricing", services);
  await repository.commit("waive-pricing", {
    ...{ changes: { [WAIVERS]: waivers }, message: "Waive the rehearsal of pricing", author },
  });
  repository.firstNumber = 812;
  const waive = { author: "tess", title: "Waive the rehearsal of pricing", body: null };
  const approval = await openPull(world, repository, {
    ...{ ...waive, base: "main", head: "waive-pricing" },
  });
  addReview(world, repository, approval, { author: "mira", state: "APPROVED" });
  await mergePull(world, repository, approval, { login: "tess" });

  world.now = Date.parse("2026-10-01T11:00:00Z");
  repository.firstNumber = 847;
  const pull = await openPull(world, repository, {
    ...{ author: "li", title: "Release of the week", body: null },
    ...{ base: "production", head: "main" },
  });
  return { repository, pull };
}
