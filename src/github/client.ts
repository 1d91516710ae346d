/**
 * What the adapter needs of a client of GitHub. Octokit, as `octokit`, `@actions/github` and Probot
 * bring it, is one as it is.
 */
export interface GitHubClient {
  graphql(query: string, variables?: Record<string, unknown>): Promise<unknown>;
  request(route: string, parameters?: Record<string, unknown>): Promise<RestResponse>;
}

export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** `owner/name`, taken apart. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}
