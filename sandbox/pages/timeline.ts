import type { CommitObject } from "../git/objects.ts";
import { association, type Shaping } from "../rest/shapes/issue.ts";
import type { HostedRepository } from "../world/hosted-repository.ts";
import { type Comment, type Issue, isPullRequest, type Review } from "../world/issue.ts";
import { commitsOfPull } from "../world/pull-changes.ts";
import type { World } from "../world/world.ts";
import { checksShown } from "./checks-shown.ts";
import { type Html, html } from "./html.ts";
import { type IconName, icon } from "./icons.ts";
import { MARKS } from "./merge-box.ts";
import { moment } from "./moment.ts";
import { type Names, renderMarkdown, renderText } from "./render-markdown.ts";

interface Item {
  readonly at: number;
  readonly shown: Html;
}

/** What was said and what happened, in the order in which it did. */
export async function timeline(
  world: World,
  repository: HostedRepository,
  issue: Issue,
): Promise<Html> {
  const shaping = { world, repository, at: { api: "", html: "" } };
  const items: Item[] = [
    { at: issue.created, shown: textBox(issue, shaping, { id: `issue-${issue.id}` }) },
    ...issue.comments.map((one) => ({ at: one.created, shown: commentBox(one, shaping) })),
  ];
  if (isPullRequest(issue)) {
    const { reviews, baseChanges, merged, mergedBy, mergeCommit, base } = issue;
    for (const sha of await commitsOfPull(repository, issue)) {
      const commit = await repository.git.commitObject(sha);
      // Whenever it was written, it came no sooner than the pull request.
      const at = Math.max(commit?.committer.at ?? 0, issue.created);
      if (commit !== null) items.push({ at, shown: commitRow(commit, world, repository) });
    }
    items.push(...reviews.map((one) => ({ at: one.submitted, shown: reviewRow(one, shaping) })));
    items.push(
      ...baseChanges.map(({ at, by, from, to: now }) => {
        const what = html`changed the base branch from <code>${from}</code> to <code>${now}</code>`;
        return { at, shown: row({ icon: "pull", tone: "" }, html`${who(by)} ${what}`, at) };
      }),
    );
    if (merged !== null) {
      const what = html`merged commit <code>${mergeCommit?.slice(0, 7)}</code> into <code>${base}</code>`;
      const mark = { icon: "merge", tone: "purple" } as const;
      items.push({
        at: merged,
        shown: row(mark, html`${who(mergedBy ?? "ghost")} ${what}`, merged),
      });
    }
  }
  if (issue.closed !== null && !(isPullRequest(issue) && issue.merged !== null)) {
    const { closedBy, closed, stateReason } = issue;
    const reason = stateReason === "not_planned" ? " as not planned" : "";
    const said = html`${who(closedBy ?? "ghost")} closed this${reason}`;
    items.push({ at: closed, shown: row({ icon: "done", tone: "purple" }, said, closed) });
  }
  // Nothing else than time moves what came in its own order.
  const sorted = items.map((item, index) => ({ item, index }));
  sorted.sort((a, b) => a.item.at - b.item.at || a.index - b.index);
  return html`<div class="timeline">${sorted.map(({ item }) => item.shown)}</div>`;
}

/** An account's name; that of a bot is marked as one. */
export function who(login: string): Html {
  return html`<strong>${login.replace(/\[bot\]$/, "")}</strong>${botMark(login)}`;
}

function botMark(login: string): Html | null {
  return login.endsWith("[bot]") ? html` <span class="badge">bot</span>` : null;
}

/** An account's letter where its picture would be. */
export function avatar(login: string): Html {
  return html`<span class="avatar${login.endsWith("[bot]") && " of-bot"}" aria-hidden="true">${login.slice(0, 1).toUpperCase()}</span>`;
}

function namesIn({ world, repository }: Pick<Shaping, "world" | "repository">): Names {
  return {
    person(name) {
      const [organization = "", team] = name.split("/");
      if (team !== undefined) {
        return world.team(organization, team) === null
          ? null
          : `/orgs/${organization}/teams/${team}`;
      }
      return world.account(name) === null ? null : `/${name}`;
    },
    issue(number) {
      const found = repository.issues.get(number);
      if (found === undefined) return null;
      return `/${repository.fullName}/${isPullRequest(found) ? "pull" : "issues"}/${number}`;
    },
  };
}

function textBox(
  text: Pick<Comment, "author" | "created" | "edits"> & { readonly body: string | null },
  shaping: Shaping,
  { id, said = "commented" }: { readonly id: string; readonly said?: string },
): Html {
  const { author, created, edits, body } = text;
  const role = association(author, shaping);
  const written = (body ?? "").trim();
  return html`<article class="comment" id="${id}">
${avatar(author)}
<div class="box">
<header>${who(author)} <span class="muted">${said} ${moment(created)}${edits.length > 0 && " · edited"}</span>
${role !== "NONE" && html`<span class="badge role">${role.slice(0, 1)}${role.slice(1).toLowerCase()}</span>`}</header>
<div class="markdown">${written === "" ? html`<p class="muted"><em>No description provided.</em></p>` : renderMarkdown(written, namesIn(shaping))}</div>
</div>
</article>`;
}

function commentBox(comment: Comment, shaping: Shaping): Html {
  const { id, minimized, reactions } = comment;
  const box = textBox(comment, shaping, { id: `issuecomment-${id}` });
  const counts = new Map<string, number>();
  for (const { content } of reactions) counts.set(content, (counts.get(content) ?? 0) + 1);
  const shown = [...counts].map(
    ([content, count]) =>
      html`<li>${renderText(SIGNS[content] ?? content)} <span>${count}</span></li>`,
  );
  const whole = html`${box}${shown.length > 0 && html`<ul class="reactions" aria-label="Reactions">${shown}</ul>`}`;
  if (minimized === null) return whole;
  return html`<details class="minimized"><summary>This comment was marked as ${minimized}.</summary>${whole}</details>`;
}

const SIGNS: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  confused: "😕",
  heart: "❤️",
  hooray: "🎉",
  rocket: "🚀",
  eyes: "👀",
};

const REVIEWS: Readonly<
  Record<Review["state"], { readonly icon: IconName; readonly tone: string; readonly said: string }>
> = {
  APPROVED: { icon: "check", tone: "green", said: "approved these changes" },
  CHANGES_REQUESTED: { icon: "cross", tone: "red", said: "requested changes" },
  COMMENTED: { icon: "eye", tone: "", said: "reviewed" },
  DISMISSED: { icon: "eye", tone: "", said: "reviewed; the review was dismissed" },
  PENDING: { icon: "eye", tone: "", said: "is reviewing" },
};

function reviewRow(review: Review, shaping: Shaping): Html {
  const { id, author, state, body, submitted, commit } = review;
  const { said, ...mark } = REVIEWS[state];
  const what = html`${who(author)} ${said} at <code>${commit.slice(0, 7)}</code>`;
  const title = row(mark, what, submitted);
  if (body.trim() === "") return title;
  const text = { author, created: submitted, edits: review.edits, body };
  const box = textBox(text, shaping, { id: `pullrequestreview-${id}`, said: "left a comment" });
  return html`${title}${box}`;
}

function commitRow(commit: CommitObject, world: World, repository: HostedRepository): Html {
  const { sha, message, author } = commit;
  const [headline = ""] = message.split("\n");
  const [worst] = checksShown(world, repository, { sha, base: null });
  const mark = worst === undefined ? null : MARKS[worst.state];
  return html`<div class="row commit"><span class="round">${icon("commit")}</span>
<span class="row-text"><span class="muted">${author.name}</span> ${headline}</span>
${mark !== null && html`<span class="${mark.tone}">${icon(mark.icon, mark.word)}</span>`}
<code>${sha.slice(0, 7)}</code></div>`;
}

function row(
  mark: { readonly icon: IconName; readonly tone: string },
  said: Html,
  at: number,
): Html {
  return html`<div class="row"><span class="round ${mark.tone}">${icon(mark.icon)}</span>
<span class="row-text">${said} <span class="muted">${moment(at)}</span></span></div>`;
}
