import type { Store } from "../../store/store.ts";
import type { Lease, Mark } from "../../store/work.ts";
import type { AppClients, InstallationClient } from "../clients/app-clients.ts";
import { subjectText } from "../subject.ts";

export interface Listing {
  readonly store: Store;
  /** Milliseconds since 1970, by GitHub's clock. */
  now(): number;
}

const PAGE = 100;

/** Marks every repository that an installation is for. */
export async function markRepositories(
  { installation }: Lease,
  { client }: InstallationClient,
  listing: Listing,
): Promise<void> {
  for (let page = 1; ; page += 1) {
    const { data } = await client.request("GET /installation/repositories", {
      ...{ per_page: PAGE, page },
    });
    const { repositories } = data as {
      readonly repositories: readonly { readonly full_name: string; readonly archived: boolean }[];
    };
    const subject = subjectText({ kind: "repository" });
    const marks = repositories
      // Nothing can be merged there.
      .filter(({ archived }) => !archived)
      .map(({ full_name: repository }) =>
        background({ installation, repository, subject }, listing),
      );
    if (marks.length > 0) await listing.store.mark(marks, listing.now());
    if (repositories.length < PAGE) return;
  }
}

/** Marks every installation of the app that may do something. */
export async function markInstallations(clients: AppClients, listing: Listing): Promise<void> {
  for (let page = 1; ; page += 1) {
    const { data } = await clients.app.request("GET /app/installations", {
      ...{ per_page: PAGE, page },
    });
    const installations = data as readonly {
      readonly id: number;
      readonly suspended_at: string | null;
    }[];
    const subject = subjectText({ kind: "installation" });
    const marks = installations
      .filter(({ suspended_at }) => suspended_at === null)
      .map(({ id }) => background({ installation: id, repository: "", subject }, listing));
    if (marks.length > 0) await listing.store.mark(marks, listing.now());
    if (installations.length < PAGE) return;
  }
}

function background(
  key: Pick<Mark, "installation" | "repository" | "subject">,
  { now }: Listing,
): Mark {
  return { ...key, readyAt: now(), lane: "background" };
}
