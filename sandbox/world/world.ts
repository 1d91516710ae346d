import { join } from "node:path";
import { BareRepository } from "../git/bare-repository.ts";
import { ACCESS, type Access, type Account, type Team } from "./account.ts";
import type { App, Installation } from "./app.ts";
import { HostedRepository } from "./hosted-repository.ts";
import { IssuedTokens, type Narrowing } from "./issued-tokens.ts";
import { notFound } from "./refusal.ts";
import { GITHUB_ACTIONS, type Permissions, type Token } from "./token.ts";
import type { WorldEvent } from "./world-event.ts";

/** A whole small GitHub: who there is, what is hosted, what time it is. All of it in memory but git. */
export class World {
  readonly #folder: string;
  readonly #accounts = new Map<string, Account>();
  readonly #repositories = new Map<string, HostedRepository>();
  /** By the names they had. */
  readonly #moved = new Map<string, HostedRepository>();
  readonly #teams = new Map<string, Team>();
  readonly #apps = new Map<number, App>();
  readonly #tokens = new IssuedTokens(this);
  /** By id. */
  readonly installations = new Map<number, Installation>();
  /** Whether tokens of workflows are shown merge queues, which no permission of theirs is about. */
  workflowsReadQueues = false;
  readonly #listeners: ((event: WorldEvent) => void)[] = [];
  #ids = 1000;
  /** Milliseconds since 1970. Moves by a second with each thing that happens, so that order shows. */
  #now: number;
  /** When `#now` was set, by the clock of this machine; `null` while time stands still. */
  #running: number | null = null;

  /** Repositories are kept below `folder`. */
  constructor(folder: string, now: number) {
    this.#folder = folder;
    this.#now = now;
    this.#register(GITHUB_ACTIONS);
  }

  get now(): number {
    return this.#running === null ? this.#now : this.#now + (Date.now() - this.#running);
  }

  set now(moment: number) {
    this.#now = moment;
    if (this.#running !== null) this.#running = Date.now();
  }

  /**
   * From now on time passes here as it does on this machine, and no faster: programs that sign with
   * their own clock are believed then.
   */
  runClock(): void {
    this.now = Date.now();
    this.#running = Date.now();
  }

  /** The moment something happens. */
  tick(): number {
    if (this.#running === null) this.#now += 1000;
    return this.now;
  }

  nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  addUser(login: string, type: Account["type"] = "User", name: string | null = null): Account {
    const account = { id: this.nextId(), login, type, name };
    this.#accounts.set(login.toLowerCase(), account);
    return account;
  }

  /** An app, and the bot it acts as. */
  addApp(slug: string, name = slug, owner = "acme"): App {
    const id = this.nextId();
    const silent = { permissions: {}, events: [], publicKey: null, webhook: null };
    return this.#register({ id, slug, name, owner, clientId: `Iv1.sandbox${id}`, ...silent });
  }

  #register(app: App): App {
    this.#apps.set(app.id, app);
    this.addUser(`${app.slug}[bot]`, "Bot");
    return app;
  }

  app(id: number): App | null {
    return this.#apps.get(id) ?? null;
  }

  apps(): readonly App[] {
    return [...this.#apps.values()];
  }

  appBySlug(slug: string): App | null {
    return [...this.#apps.values()].find((one) => one.slug === slug) ?? null;
  }

  addTeam(organization: string, slug: string, members: readonly string[]): Team {
    const lower = members.map((login) => login.toLowerCase());
    const team = { id: this.nextId(), organization, slug, name: slug, members: new Set(lower) };
    this.#teams.set(`${organization}/${slug}`.toLowerCase(), team);
    return team;
  }

  /** The owner becomes an organization where nobody has its name yet. */
  async addRepository(
    fullName: string,
    options: { readonly isPrivate?: boolean; readonly parent?: string } = {},
  ): Promise<HostedRepository> {
    const [owner = "", name = ""] = fullName.split("/");
    if (this.account(owner) === null) this.addUser(owner, "Organization");
    const git = await BareRepository.create(join(this.#folder, owner, `${name}.git`));
    const { isPrivate = false, parent = null } = options;
    const about = { id: this.nextId(), owner, name, isPrivate, parent };
    const repository = new HostedRepository(git, about);
    this.#repositories.set(fullName.toLowerCase(), repository);
    return repository;
  }

  /** A person's token: with the scopes of a classic one, or with all they may do. */
  userToken(login: string, scopes: readonly string[] | null = null): string {
    const granted = scopes === null ? null : new Set(scopes);
    return this.#tokens.issue({ kind: "user", login, scopes: granted });
  }

  /** What a workflow run gets: its repository only, as the bot, for an hour unless given. */
  workflowToken(repository: string, permissions: Permissions, lasts = 3_600_000): string {
    return this.appToken(GITHUB_ACTIONS, { repositories: [repository], permissions, lasts });
  }

  /** What an app may do in some repositories, wherever it is installed, for an hour unless given. */
  appToken(
    app: App,
    granted: {
      readonly repositories: readonly string[];
      readonly permissions: Permissions;
      readonly lasts?: number;
    },
  ): string {
    return this.#tokens.issue({
      kind: "app",
      app,
      repositories: new Set(granted.repositories.map((name) => name.toLowerCase())),
      // Every app may look at what a repository is, without being granted it.
      permissions: { metadata: "read", ...granted.permissions },
      expires: this.now + (granted.lasts ?? 3_600_000),
      installation: null,
    });
  }

  /** What an installation of an app gets; what becomes of the installation holds for it at once. */
  installationToken(installation: Installation, narrowing: Narrowing = {}): string {
    return this.#tokens.issueFor(installation, narrowing);
  }

  token(text: string): Token | null {
    return this.#tokens.of(text);
  }

  revoke(text: string): void {
    this.#tokens.revoke(text);
  }

  revokeAll(installation: Installation): void {
    this.#tokens.revokeAll(installation);
  }

  /** Repositories that an installation is in. */
  repositoriesOf({ account, repositories }: Installation): readonly HostedRepository[] {
    return this.repositories().filter(
      ({ owner, fullName }) =>
        owner.toLowerCase() === account.toLowerCase() &&
        (repositories?.has(fullName.toLowerCase()) ?? true),
    );
  }

  account(login: string): Account | null {
    return this.#accounts.get(login.toLowerCase()) ?? null;
  }

  /** Who wrote something; accounts that are gone are shown as the ghost, as GitHub does. */
  author(login: string): Account {
    return this.account(login) ?? { id: 10137, login: "ghost", type: "User", name: "Deleted user" };
  }

  team(organization: string, slug: string): Team | null {
    return this.#teams.get(`${organization}/${slug}`.toLowerCase()) ?? null;
  }

  dropTeam({ organization, slug }: Team): void {
    this.#teams.delete(`${organization}/${slug}`.toLowerCase());
  }

  teamsOf(organization: string): readonly Team[] {
    const own = organization.toLowerCase();
    return [...this.#teams.values()].filter((team) => team.organization.toLowerCase() === own);
  }

  find(fullName: string): HostedRepository | null {
    const name = fullName.toLowerCase();
    return this.#repositories.get(name) ?? this.#moved.get(name) ?? null;
  }

  repository(fullName: string): HostedRepository {
    const found = this.find(fullName);
    if (found === null) throw notFound();
    return found;
  }

  repositories(): readonly HostedRepository[] {
    return [...this.#repositories.values()];
  }

  /** Gives a repository another owner or name; what has it by name follows. */
  moveRepository(repository: HostedRepository, fullName: string): void {
    const from = repository.fullName;
    [repository.owner = "", repository.name = ""] = fullName.split("/");
    this.#repositories.delete(from.toLowerCase());
    this.#repositories.set(fullName.toLowerCase(), repository);
    this.#moved.set(from.toLowerCase(), repository);
    for (const { head } of this.repositories().flatMap((one) => one.pulls())) {
      if (head.repository === from) head.repository = fullName;
    }
    for (const { repositories } of this.installations.values()) {
      if (repositories?.delete(from.toLowerCase())) repositories.add(fullName.toLowerCase());
    }
  }

  dropRepository(repository: HostedRepository): void {
    this.#repositories.delete(repository.fullName.toLowerCase());
    for (const [name, one] of this.#moved) if (one === repository) this.#moved.delete(name);
  }

  /** The most of what a person has by themselves and by their teams. */
  access(repository: HostedRepository, login: string): Access {
    const own = repository.ownAccess(login);
    const ofTeams = [...repository.teams].flatMap(([slug, access]) =>
      this.team(repository.owner, slug)?.members.has(login.toLowerCase()) ? [access] : [],
    );
    return [own, ...ofTeams].reduce((a, b) => (ACCESS.indexOf(a) >= ACCESS.indexOf(b) ? a : b));
  }

  onEvent(listener: (event: WorldEvent) => void): void {
    this.#listeners.push(listener);
  }

  tell(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
