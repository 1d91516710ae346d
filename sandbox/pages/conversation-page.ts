import type { HostedRepository } from "../world/hosted-repository.ts";
import { type Issue, isPullRequest, type PullRequest } from "../world/issue.ts";
import { commitsOfPull } from "../world/pull-changes.ts";
import type { World } from "../world/world.ts";
import type { Page } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { type IconName, icon } from "./icons.ts";
import { mergeBox } from "./merge-box.ts";
import { moment } from "./moment.ts";
import { avatar, timeline, who } from "./timeline.ts";

/** The page of an issue, or of a pull request with the box that says whether it can be merged. */
export async function conversationPage(
  world: World,
  repository: HostedRepository,
  issue: Issue,
): Promise<Page> {
  const isPull = isPullRequest(issue);
  const box = isPull && issue.state === "open" && (await mergeBox(world, repository, issue));
  const body = html`<h1>${issue.title} <span class="number">#${issue.number}</span></h1>
<p class="subtitle">${stateBadge(issue)} ${isPull ? await wish(repository, issue) : opened(issue)}</p>
<div class="columns">
<div class="conversation">${await timeline(world, repository, issue)}${box}</div>
${sidebar(repository, issue)}
</div>`;
  const tab = isPull ? "pulls" : "issues";
  return {
    title: `${issue.title} · #${issue.number} · ${repository.fullName}`,
    body,
    repository,
    tab,
  };
}

/** Icon and word for the state of an issue or pull request. */
export function stateOf(issue: Issue): {
  readonly icon: IconName;
  readonly tone: string;
  readonly word: string;
} {
  if (!isPullRequest(issue)) {
    if (issue.state === "open") return { icon: "issue", tone: "green", word: "Open" };
    const isDone = issue.stateReason !== "not_planned";
    return { icon: isDone ? "done" : "skip", tone: isDone ? "purple" : "grey", word: "Closed" };
  }
  if (issue.merged !== null) return { icon: "merge", tone: "purple", word: "Merged" };
  if (issue.state === "closed") return { icon: "pull", tone: "red", word: "Closed" };
  if (issue.draft) return { icon: "pull", tone: "grey", word: "Draft" };
  return { icon: "pull", tone: "green", word: "Open" };
}

function stateBadge(issue: Issue): Html {
  const { icon: drawn, tone, word } = stateOf(issue);
  return html`<span class="state ${tone}">${icon(drawn)} ${word}</span>`;
}

function opened({ author, created, comments }: Issue): Html {
  const count = `${comments.length} comment${comments.length === 1 ? "" : "s"}`;
  return html`${who(author)} opened this issue ${moment(created)} · ${count}`;
}

async function wish(repository: HostedRepository, pull: PullRequest): Promise<Html> {
  const { author, base, head, merged, mergedBy } = pull;
  const { length: count } = await commitsOfPull(repository, pull);
  const commits = `${count} commit${count === 1 ? "" : "s"}`;
  const name =
    head.repository === repository.fullName ? head.branch : `${head.repository}:${head.branch}`;
  const verb =
    merged === null
      ? html`${who(author)} wants to merge`
      : html`${who(mergedBy ?? "ghost")} merged`;
  return html`${verb} ${commits} into <code class="ref">${base}</code> from <code class="ref">${name}</code>`;
}

function sidebar(repository: HostedRepository, issue: Issue): Html {
  const labels = issue.labels.flatMap((name) => repository.labels.get(name) ?? []);
  const people = (logins: readonly string[]) =>
    logins.map((login) => html`<li>${avatar(login)} ${login}</li>`);
  const reviewers = isPullRequest(issue)
    ? [
        ...new Set([
          ...issue.reviews.map(({ author }) => author),
          ...issue.requestedUsers,
          ...issue.requestedTeams.map((slug) => `${repository.owner}/${slug}`),
        ]),
      ]
    : null;
  return html`<aside class="sidebar" aria-label="About">
${reviewers !== null && section("Reviewers", people(reviewers), "No reviews")}
${section("Assignees", people(issue.assignees), "No one")}
${section(
  "Labels",
  labels.map(({ name, description }) => html`<li>${label(name, description)}</li>`),
  "None yet",
)}
</aside>`;
}

export function label(name: string, description: string | null): Html {
  return html`<span class="label"${description !== null && html` title="${description}"`}>${name}</span>`;
}

function section(title: string, items: readonly Html[], empty: string): Html {
  const list = items.length === 0 ? html`<p class="muted">${empty}</p>` : html`<ul>${items}</ul>`;
  return html`<section><h2>${title}</h2>${list}</section>`;
}
