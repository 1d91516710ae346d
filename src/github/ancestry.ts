import type { GitHubClient, RepositoryName } from "./client.ts";

/** Whether a commit is in the history of another, or is that one. @throws what the client throws */
export async function isAncestor(
  commit: string,
  descendant: string,
  { client, name }: { readonly client: GitHubClient; readonly name: RepositoryName },
): Promise<boolean> {
  const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    ...{ owner: name.owner, repo: name.name },
    ...{ basehead: `${commit}...${descendant}`, per_page: 1 },
  });
  const { status } = data as { readonly status: string };
  return status === "ahead" || status === "identical";
}
