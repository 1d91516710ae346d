import type { GitHubClient, RepositoryName } from "./client.ts";
import { failureOf, GitHubFailure, limitFailure } from "./failure.ts";

/** An error beside the data of a GraphQL answer. */
export interface QueryProblem {
  readonly type: string | null;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

export interface QueryAnswer {
  /** Fields of the repository asked about, by alias. */
  readonly repository: Data;
  /** Other fields, by alias. */
  readonly root: Data;
  /** The problem at a path, or above it. */
  problemAt(...path: readonly string[]): QueryProblem | null;
  /** The problem at a path, above it, or anywhere below: then a list is not whole. */
  problemWithin(...path: readonly string[]): QueryProblem | null;
}

/** What came over the wire: nobody has looked at it yet. */
export type Data = Readonly<Record<string, unknown>>;

/** One GraphQL request that is put together from the parts of many questions. */
export class Query {
  readonly #variables: { readonly name: string; readonly type: string; readonly value: unknown }[] =
    [];
  readonly #inRepository: string[] = [];
  readonly #atRoot: string[] = [];
  readonly #fragments = new Map<string, string>();
  #aliases = 0;

  get isEmpty(): boolean {
    return this.#inRepository.length === 0 && this.#atRoot.length === 0;
  }

  /** `$v0`: values never stand in the text, so nothing in them can change the question. */
  variable(type: string, value: unknown): string {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, value });
    return `$${name}`;
  }

  /** Asks about the repository under an alias, which is returned. */
  inRepository(field: string): string {
    const alias = this.#alias();
    this.#inRepository.push(`${alias}: ${field}`);
    return alias;
  }

  atRoot(field: string): string {
    const alias = this.#alias();
    this.#atRoot.push(`${alias}: ${field}`);
    return alias;
  }

  /**
   * Asks about a repository apart from all else, under an alias which is returned: a list that may
   * not be read takes what it stands in with it, to the nearest that may be `null`.
   */
  apart(field: string, { owner, name }: RepositoryName): string {
    const of = `owner: ${this.variable("String!", owner)}, name: ${this.variable("String!", name)}`;
    return this.atRoot(`repository(${of}) { ${field} }`);
  }

  fragment(name: string, text: string): string {
    this.#fragments.set(name, text);
    return `...${name}`;
  }

  #alias(): string {
    this.#aliases += 1;
    return `a${this.#aliases}`;
  }

  /** @throws {GitHubFailure} where there is no data at all. */
  async ask(client: GitHubClient, { owner, name }: RepositoryName): Promise<QueryAnswer> {
    const declared = this.#variables.map((one) => `, $${one.name}: ${one.type}`).join("");
    const repository =
      this.#inRepository.length === 0
        ? []
        : [`repository(owner: $owner, name: $name) { ${this.#inRepository.join("\n")} }`];
    // Declared variables have to be used; the name of the repository always is.
    const root = [...repository, ...this.#atRoot];
    const head =
      repository.length === 0
        ? declared.replace(/^, /, "")
        : `$owner: String!, $name: String!${declared}`;
    const parameters = head === "" ? "" : `(${head})`;
    const text = [`query${parameters} {`, ...root, "}", ...this.#fragments.values()].join("\n");
    const own = Object.fromEntries(this.#variables.map((one) => [one.name, one.value]));
    const values = repository.length === 0 ? own : { owner, name, ...own };
    const { data, problems } = await send(client, text, values);
    return {
      repository: (data.repository ?? {}) as Data,
      root: data,
      problemAt(...path) {
        return problems.find((problem) => isPrefix(problem.path, path)) ?? null;
      },
      problemWithin(...path) {
        const isNear = (problem: QueryProblem) =>
          isPrefix(problem.path, path) || isPrefix(path, problem.path);
        return problems.find(isNear) ?? null;
      },
    };
  }
}

function isPrefix(a: QueryProblem["path"], b: QueryProblem["path"]): boolean {
  return a.length <= b.length && a.every((step, index) => step === b[index]);
}

async function send(
  client: GitHubClient,
  query: string,
  variables: Record<string, unknown>,
): Promise<{ readonly data: Data; readonly problems: readonly QueryProblem[] }> {
  try {
    const data = await client.graphql(query, variables);
    if (typeof data === "object" && data !== null) return { data: data as Data, problems: [] };
  } catch (error) {
    const { data, errors, headers } = error as {
      readonly data?: unknown;
      readonly errors?: unknown;
      readonly headers?: Readonly<Record<string, unknown>>;
    };
    if (!Array.isArray(errors)) throw failureOf(error);
    const problems = errors.map(problemOf);
    const limited = problems.find(({ type }) => type === "RATE_LIMITED");
    if (limited !== undefined) {
      throw limitFailure(headers ?? {}, 200);
    }
    if (typeof data !== "object" || data === null) {
      throw new GitHubFailure("unreadable", `GitHub says: ${problems[0]?.message ?? "nothing"}`);
    }
    return { data: data as Data, problems };
  }
  throw new GitHubFailure("unreadable", "GitHub's answer is empty");
}

function problemOf(error: unknown): QueryProblem {
  const { type, message, path } = error as Partial<Record<keyof QueryProblem, unknown>>;
  return {
    type: typeof type === "string" ? type : null,
    message: String(message ?? "an error without a message"),
    path: Array.isArray(path) ? path : [],
  };
}
