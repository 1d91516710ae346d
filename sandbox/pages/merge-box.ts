import type { HostedRepository } from "../world/hosted-repository.ts";
import type { PullRequest, Review } from "../world/issue.ts";
import { mergeBlockers, potentialMerge } from "../world/mergeability.ts";
import { hasQueue } from "../world/rules-of-branch.ts";
import type { World } from "../world/world.ts";
import { type CheckState, checksShown, type ShownCheck } from "./checks-shown.ts";
import { type Html, html } from "./html.ts";
import { type IconName, icon } from "./icons.ts";

/** The box at the end of a pull request: reviews, checks, conflicts, and whether it can be merged. */
export async function mergeBox(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
): Promise<Html> {
  const { headSha: sha, base } = pull;
  const checks = checksShown(world, repository, { sha, base });
  const isConflicting = (await potentialMerge(world, repository, pull)) === null;
  const blockers = [
    ...(pull.draft ? ["This pull request is still a draft."] : []),
    ...(isConflicting ? ["This branch has conflicts that must be resolved."] : []),
    ...(await mergeBlockers(world, repository, pull)),
  ];
  const isOpen = blockers.length === 0;
  return html`<section class="merge-box ${isOpen ? "is-open" : "is-blocked"}" aria-label="Merging">
<span class="merge-icon">${icon("merge")}</span>
<div class="merge-parts">
${reviewPart(pull)}
${checks.length > 0 && checkPart(checks)}
${conflictPart(isConflicting, base)}
${!isOpen && blockedPart(blockers)}
<div class="part actions">${button(isOpen, hasQueue(repository, base))}</div>
</div>
</section>`;
}

function part(mark: { readonly icon: IconName; readonly tone: string }, title: string, more: Html) {
  return html`<div class="part"><span class="round ${mark.tone}">${icon(mark.icon)}</span>
<div class="part-text"><h3>${title}</h3>${more}</div></div>`;
}

function reviewPart({ reviews }: PullRequest): Html | null {
  const last = new Map<string, Review["state"]>();
  for (const { author, state } of reviews) if (state !== "COMMENTED") last.set(author, state);
  const who = (wanted: Review["state"]) =>
    [...last].flatMap(([login, state]) => (state === wanted ? [login] : []));
  const against = who("CHANGES_REQUESTED");
  const approving = who("APPROVED");
  if (against.length > 0) {
    const more = html`<p>by ${against.join(", ")}</p>`;
    return part({ icon: "cross", tone: "red" }, "Changes requested", more);
  }
  if (approving.length === 0) return null;
  const more = html`<p>by ${approving.join(", ")}</p>`;
  return part({ icon: "check", tone: "green" }, "Changes approved", more);
}

export const MARKS: Readonly<
  Record<CheckState, { readonly icon: IconName; readonly tone: string; readonly word: string }>
> = {
  failure: { icon: "cross", tone: "red", word: "failing" },
  expected: { icon: "dot", tone: "yellow", word: "expected" },
  pending: { icon: "dot", tone: "yellow", word: "pending" },
  success: { icon: "check", tone: "green", word: "successful" },
};

function checkPart(checks: readonly ShownCheck[]): Html {
  const [{ state: worst } = { state: "success" as const }] = checks;
  const titles: Readonly<Record<CheckState, string>> = {
    failure: "Some checks were not successful",
    expected: "Some checks haven’t completed yet",
    pending: "Some checks haven’t completed yet",
    success: "All checks have passed",
  };
  const counts = (["failure", "expected", "pending", "success"] as const).flatMap((state) => {
    const count = checks.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${MARKS[state].word}`];
  });
  const total = `${counts.join(", ")} ${checks.length === 1 ? "check" : "checks"}`;
  return part(
    MARKS[worst],
    titles[worst],
    html`<p>${total}</p><ul class="checks">${checks.map(checkRow)}</ul>`,
  );
}

function checkRow({ name, state, description, by, isRequired, url }: ShownCheck): Html {
  const { icon: drawn, tone, word } = MARKS[state];
  return html`<li><span class="${tone}">${icon(drawn, word)}</span>
<span class="check-name"><strong>${name}</strong>${by !== null && html` <span class="muted">by ${by}</span>`} — <span class="muted">${description}</span></span>
${isRequired && html`<span class="badge">Required</span>`}
${url !== null && URL.canParse(url) && /^https?:/.test(url) && html`<a href="${url}" rel="nofollow">Details</a>`}</li>`;
}

function conflictPart(isConflicting: boolean, base: string): Html {
  if (isConflicting) {
    const more = html`<p>Merging into <code>${base}</code> needs them resolved first.</p>`;
    return part({ icon: "cross", tone: "grey" }, "This branch has conflicts", more);
  }
  const more = html`<p>Merging can be performed automatically.</p>`;
  return part({ icon: "check", tone: "green" }, "No conflicts with base branch", more);
}

function blockedPart(blockers: readonly string[]): Html {
  const list = html`<ul>${blockers.map((one) => html`<li>${one}</li>`)}</ul>`;
  return part({ icon: "cross", tone: "red" }, "Merging is blocked", list);
}

/** It only shows: whoever watches does not merge. */
function button(isOpen: boolean, isQueued: boolean): Html {
  const words = isQueued ? "Merge when ready" : "Merge pull request";
  return html`<span class="button ${isOpen ? "green" : "off"}">${words}</span>
<span class="muted">${isOpen ? "Ready to merge." : "Not available until the reasons above are gone."}</span>`;
}
