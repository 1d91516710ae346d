import type { HostedRepository } from "../world/hosted-repository.ts";
import { type Issue, isPullRequest } from "../world/issue.ts";
import type { World } from "../world/world.ts";
import { checksShown } from "./checks-shown.ts";
import { label, stateOf } from "./conversation-page.ts";
import type { Page } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { icon } from "./icons.ts";
import { MARKS } from "./merge-box.ts";
import { moment } from "./moment.ts";

/** All pull requests or all issues, newest first; the closed ones where they are asked for. */
export function listPage(
  world: World,
  repository: HostedRepository,
  wanted: { readonly tab: "pulls" | "issues"; readonly state: "open" | "closed" },
): Page {
  const { tab, state } = wanted;
  const all = [...repository.issues.values()].filter(
    (issue) => isPullRequest(issue) === (tab === "pulls"),
  );
  const of = (wantedState: string) => all.filter((issue) => issue.state === wantedState);
  const rows = of(state)
    .toReversed()
    .map((issue) => listRow(world, repository, issue));
  const link = (to: "open" | "closed", word: string) =>
    html`<a href="/${repository.fullName}/${tab}?state=${to}"${to === state && html` aria-current="true"`}>${of(to).length} ${word}</a>`;
  const title = tab === "pulls" ? "Pull requests" : "Issues";
  const nothing = html`<li class="nothing">There is nothing here.</li>`;
  const body = html`<h1 class="unseen">${title}</h1>
<div class="list"><div class="list-head">${link("open", "Open")} ${link("closed", "Closed")}</div>
<ul>${rows.length === 0 ? nothing : rows}</ul></div>`;
  return { title: `${title} · ${repository.fullName}`, body, repository, tab };
}

function listRow(world: World, repository: HostedRepository, issue: Issue): Html {
  const { number, title, author, created, comments } = issue;
  const state = stateOf(issue);
  const kind = isPullRequest(issue) ? "pull" : "issues";
  const labels = issue.labels.flatMap((name) => repository.labels.get(name) ?? []);
  return html`<li><span class="${state.tone}">${icon(state.icon, state.word)}</span>
<div><p><a class="title" href="/${repository.fullName}/${kind}/${number}">${title}</a> ${checkMark(world, repository, issue)}
${labels.map(({ name, description }) => html`${label(name, description)} `)}</p>
<p class="muted">#${number} opened by ${author.replace(/\[bot\]$/, "")} ${moment(created)}</p></div>
${comments.length > 0 && html`<span class="muted said">${icon("comment", "comments")} ${comments.length}</span>`}</li>`;
}

function checkMark(world: World, repository: HostedRepository, issue: Issue): Html | null {
  if (!isPullRequest(issue)) return null;
  const { headSha: sha, base } = issue;
  const [worst] = checksShown(world, repository, { sha, base });
  if (worst === undefined) return null;
  const { icon: drawn, tone, word } = MARKS[worst.state];
  return html`<span class="${tone}">${icon(drawn, word)}</span>`;
}

/** Every repository there is. */
export function homePage(repositories: readonly HostedRepository[]): Page {
  const rows = repositories.map(
    ({ fullName, isPrivate, issues }) => html`<li>${icon("repository")}
<div><p><a class="title" href="/${fullName}/pulls">${fullName}</a> <span class="badge">${isPrivate ? "Private" : "Public"}</span></p>
<p class="muted">${issues.size} issues and pull requests</p></div></li>`,
  );
  const body = html`<h1>Repositories</h1><div class="list"><ul>${rows}</ul></div>`;
  return { title: "Repositories", body };
}
