import { addWorkflowRun } from "../world/checks.ts";
import type { HostedRepository } from "../world/hosted-repository.ts";
import type { PullRequest } from "../world/issue.ts";
import { ensureLabel, openIssue } from "../world/issue-changes.ts";
import { addReview, followBranch, openPull } from "../world/pull-requests.ts";
import type { World } from "../world/world.ts";
import { exampleFiles } from "./example-files.ts";

/** A promotion of `examples/claims-triage`, which becomes ready step by step. */
export interface ClaimsTriage {
  readonly repository: HostedRepository;
  readonly pull: PullRequest;
  /** Brings what was missing to the branch of the pull request. */
  mend(): Promise<void>;
  /** The workflow that tests the pull request ends well on its head. */
  runChecks(): void;
  approve(): void;
}

export const NOON = Date.parse("2026-10-01T12:00:00Z");

/** Who there is, as `facts.json` of the example has it. */
const PEOPLE = {
  ana: "write",
  bruno: "read",
  ines: "maintain",
  joao: "write",
  lena: "write",
  mei: "write",
  raj: "write",
  sofia: "read",
  tomas: "maintain",
} as const;

const INTEGRATION = ".github/workflows/integration.yml";
const DAILY = ".github/workflows/daily-eval.yml";

/** What there is before anybody wants to promote it. */
export interface BeforeThePromotion {
  readonly repository: HostedRepository;
  open(): Promise<ClaimsTriage>;
}

/** Lays the scene as of the morning of 1 October 2026: the pull request is open, and has gaps. */
export async function claimsTriage(world: World): Promise<ClaimsTriage> {
  const { open } = await beforeThePromotion(world);
  return open();
}

export async function beforeThePromotion(world: World): Promise<BeforeThePromotion> {
  world.now = Date.parse("2026-10-01T08:00:00Z");
  for (const login of Object.keys(PEOPLE)) world.addUser(login);
  const repository = await world.addRepository("harbor-mutual/claims-triage");
  for (const [login, access] of Object.entries(PEOPLE)) repository.collaborators.set(login, access);
  ensureLabel(world, repository, "launch-blocker");
  repository.firstNumber = 212;
  openIssue(world, repository, { author: "lena", title: "Queue for feedback", body: null });

  const author = { name: "Mei", email: "mei@harbor-mutual.test", at: world.now };
  const before = { "README.md": "# Claims triage\n" };
  const first = await repository.commit("production", {
    ...{ changes: before, message: "Begin", author },
  });
  await repository.git.setRef("refs/heads/main", first);
  const ready = exampleFiles("claims-triage");
  const gaps = { ...ready, ...exampleFiles("claims-triage-gaps") };
  const message = "Suggest what to do with a new motor claim";
  const launch = await repository.commit("main", { changes: gaps, message, author });
  const of = { head: launch, branch: "main", actor: "mei" };
  addWorkflowRun(world, repository, { ...of, id: 18402217, path: INTEGRATION, event: "push" });
  addWorkflowRun(world, repository, { ...of, path: DAILY, event: "schedule", jobs: ["eval"] });
  return { repository, open };

  async function open(): Promise<ClaimsTriage> {
    repository.firstNumber = 231;
    const pull = await openPull(world, repository, {
      ...{ author: "mei", title: "Launch to a tenth of all adjusters" },
      body: "Shows the suggestions to one adjuster in ten. What that takes is in READINESS.md.",
      ...{ base: "production", head: "main" },
    });
    return {
      repository,
      pull,
      async mend() {
        const at = world.now;
        const changes = { ...ready };
        const said = { changes, message: "Close the gaps", author: { ...author, at } };
        await repository.commit("main", said);
        await followBranch(world, repository, "main", "mei");
      },
      runChecks() {
        const about = { path: INTEGRATION, event: "pull_request", branch: "main", actor: "mei" };
        const head = pull.headSha;
        addWorkflowRun(world, repository, { ...about, head, jobs: ["end-to-end"] });
      },
      approve() {
        addReview(world, repository, pull, { author: "ines", state: "APPROVED" });
      },
    };
  }
}
