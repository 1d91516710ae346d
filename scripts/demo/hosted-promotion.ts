import type { ClaimsTriage } from "../../sandbox/scenes/claims-triage.ts";
import type { SandboxServer } from "../../sandbox/server/server.ts";
import type { Issue } from "../../sandbox/world/issue.ts";
import type { World } from "../../sandbox/world/world.ts";

/** What GitHub answers whoever presses the button. */
export interface MergeAnswer {
  readonly status: number;
  readonly message: string;
}

/** A promotion on the sandbox, as people meet it there. */
export class HostedPromotion {
  readonly world: World;
  readonly server: SandboxServer;
  readonly scene: ClaimsTriage;
  /** Login of whoever speaks for stage-gates. */
  readonly bot: string;

  constructor(
    bot: string,
    about: {
      readonly world: World;
      readonly server: SandboxServer;
      readonly scene: ClaimsTriage;
    },
  ) {
    this.bot = bot;
    this.world = about.world;
    this.server = about.server;
    this.scene = about.scene;
  }

  get name(): string {
    return this.scene.repository.fullName;
  }

  get page(): string {
    return `${this.server.addresses.html}/${this.name}/pull/${this.scene.pull.number}`;
  }

  get ownIssues(): readonly Issue[] {
    const { issues } = this.scene.repository;
    return [...issues.values()].filter(({ author }) => author === this.bot);
  }

  async merge(login: string): Promise<MergeAnswer> {
    const { pull } = this.scene;
    const url = `${this.server.addresses.api}/repos/${this.name}/pulls/${pull.number}/merge`;
    const answer = await fetch(url, {
      method: "PUT",
      headers: { authorization: `Bearer ${this.world.userToken(login)}` },
      body: JSON.stringify({ sha: pull.headSha }),
    });
    const { message } = (await answer.json()) as { readonly message: string };
    return { status: answer.status, message };
  }
}
