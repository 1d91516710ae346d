import type { PhrasingContent } from "mdast";
import type { Finding } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { TemplateFile } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import { blobUrl, editUrl, newFileUrl, type Source, templateFor } from "./github-address.ts";
import { inertLine } from "./inert-text.ts";
import { code, link, words } from "./markdown-text.ts";

/** What text about a file leads to: nowhere on a laptop, on GitHub to the line and its editor. */
export interface Links {
  /** Who is meant where a finding asks nobody in particular. */
  readonly author: string | null;
  place(at: Place): PhrasingContent;
  /** Ways to begin mending it, in words. */
  fixes(finding: Pick<Finding, "at" | "creates">): readonly PhrasingContent[];
}

export const NO_LINKS: Links = {
  author: null,
  place: (at) => code(labelOf(at)),
  fixes: () => [],
};

export interface GitHubPages {
  /** Of the repository judged, without a slash at its end. */
  readonly repository: string;
  /** The commit or branch whose files are shown. */
  readonly revision: string;
  /** Where they can be edited; `null` where nobody can. */
  readonly source: Source | null;
  readonly policy: Verdict["policy"];
  readonly templates: readonly TemplateFile[];
  readonly author: string | null;
}

export function githubLinks(pages: GitHubPages): Links {
  const { repository, source, policy, templates } = pages;
  const isPolicy = (file: string) => policy.files.includes(file);
  return {
    author: pages.author,
    place: (at) => {
      // The policy is not what would land: it has a revision of its own, and packs have no page.
      const isElsewhere = isPolicy(at.file) && !at.file.startsWith(".github/");
      const revision = isPolicy(at.file) ? policy.sha : pages.revision;
      const url = revision === null || isElsewhere ? null : blobUrl(repository, revision, at);
      return url === null ? code(labelOf(at)) : link(url, code(labelOf(at)));
    },
    fixes: ({ at, creates }) => {
      if (source === null) return [];
      if (creates !== undefined) {
        const template = templateFor(creates, templates);
        const url = newFileUrl(source, creates, template?.text ?? null);
        return url === null
          ? []
          : [link(url, words(template === null ? "create it" : "create it from the template"))];
      }
      const url = at === null || isPolicy(at.file) ? null : editUrl(source, at.file);
      return url === null ? [] : [link(url, words("edit"))];
    },
  };
}

/** As much of a path as tells it from others. */
const LONGEST = 100;

function labelOf({ file, line }: Place): string {
  const path = inertLine(file, file.length);
  const shown = path.length > LONGEST ? `…${path.slice(-LONGEST)}` : path;
  return `${shown.replace(/^…[\udc00-\udfff]/, "…")}:${line}`;
}
