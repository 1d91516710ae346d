import type { RepositoryName } from "../../github/client.ts";

/** @param fullName `owner/name` */
export function repositoryName(fullName: string): RepositoryName {
  const [owner = "", name = ""] = fullName.split("/");
  return { owner, name };
}
