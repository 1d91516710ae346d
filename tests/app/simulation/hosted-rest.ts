import type { Clockwork } from "./clockwork.ts";
import { type Hosted, ofComment, ofRun } from "./hosted.ts";
import { APP, BOT, type HostedState, INSTALLATION, REPOSITORY, RUNBOOK } from "./hosted-state.ts";

/** GitHub says no. */
export class Refusal extends Error {
  readonly status: number;
  readonly response: { readonly status: number; readonly headers: Record<string, string> };

  constructor(status: number, headers: Record<string, string> = {}, message = `GitHub: ${status}`) {
    super(message);
    this.status = status;
    this.response = { status, headers };
  }
}

/** One that GitHub could not bring. */
export interface ListedDelivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
}

export interface Restful {
  readonly hosted: Hosted;
  readonly clockwork: Clockwork;
  deliveries(): readonly ListedDelivery[];
  redeliver(id: number): void;
}

type Given = Readonly<Record<string, unknown>>;

/** Does what a request over REST asks for, at once, and returns the data of the answer. */
export function answerRest(route: string, given: Given, restful: Restful): unknown {
  const { hosted, clockwork } = restful;
  const change = (what: (state: HostedState) => void) => hosted.change(what);
  const text = (key: string) => String(given[key]);
  const number = (key: string) => Number(given[key]);
  switch (route.replace("/repos/{owner}/{repo}", "")) {
    case "GET /app":
      return { slug: "stage-gates" };
    case "GET /app/installations":
      return [{ id: INSTALLATION, suspended_at: null }];
    case "GET /app/installations/{installation_id}":
    // Of the repository.
    case "GET /installation":
      return { id: INSTALLATION, suspended_at: null };
    case "GET ":
      return { archived: false };
    case "GET /installation/repositories":
      return { repositories: [{ full_name: REPOSITORY, archived: false }] };
    case "GET /app/hook/deliveries":
      return restful.deliveries();
    case "POST /app/hook/deliveries/{delivery_id}/attempts":
      return restful.redeliver(number("delivery_id"));
    case "GET /collaborators/{username}/permission": {
      const level = hosted.state.access[text("username")] ?? "read";
      return { permission: level, role_name: level, user: { type: "User" } };
    }
    case "GET /rules/branches/{branch}":
      return [];
    case "GET /branches/{branch}":
      return { protection: { enabled: false } };
    case "GET /pulls/{pull_number}/files":
      return [{ filename: RUNBOOK }];
    case "POST /check-runs": {
      const id = hosted.nextNumber();
      const [sha, name] = [text("head_sha"), text("name")];
      if (!hosted.commits.has(sha)) throw new Refusal(422);
      const said = { conclusion: text("conclusion"), externalId: text("external_id") };
      hosted.change(
        ({ runs }) => runs.push({ id, app: APP, sha, name, ...said }),
        ofRun("created", { sha, name, app: APP }),
      );
      return { id };
    }
    case "PATCH /check-runs/{check_run_id}": {
      const id = number("check_run_id");
      change(({ runs }) => {
        const run = runs.find((one) => one.id === id);
        if (run === undefined) throw new Refusal(404);
        run.externalId = text("external_id");
        if (given.conclusion !== undefined) run.conclusion = text("conclusion");
      });
      return { id };
    }
    case "POST /issues/{issue_number}/comments": {
      const at = clockwork.now;
      const issue = hosted.state.issues.find((one) => one.number === given.issue_number);
      if (issue === undefined) {
        const { id } = hosted.say(number("issue_number"), BOT, text("body"));
        return { id, html_url: "" };
      }
      const comment = { id: hosted.nextNumber(), author: BOT, body: text("body"), at };
      change(() => issue.comments.push({ ...comment, isEdited: false, reactions: [] }));
      return { id: comment.id, html_url: "" };
    }
    case "POST /issues/comments/{comment_id}/reactions":
      change(({ pulls }) => {
        const comments = pulls.flatMap((pull) => pull.comments);
        comments.find(({ id }) => id === given.comment_id)?.reactions.push(text("content"));
      });
      return {};
    case "PATCH /issues/comments/{comment_id}":
    case "DELETE /issues/comments/{comment_id}":
      return changeComment(route, given, hosted);
    case "POST /issues": {
      const issue = {
        ...{ number: hosted.nextNumber(), title: text("title"), body: text("body") },
        labels: (given.labels ?? []) as readonly string[],
        ...{ at: clockwork.now, isOpen: true, reason: null, closedAt: null, comments: [] },
      };
      hosted.change(({ issues }) => issues.push(issue), {
        ...{ event: "issues", payload: { action: "opened", issue: { number: issue.number } } },
      });
      return { number: issue.number };
    }
    case "PATCH /issues/{issue_number}":
      change(({ issues }) => {
        const issue = issues.find((one) => one.number === given.issue_number);
        if (issue === undefined) throw new Refusal(404);
        if (given.body !== undefined) issue.body = text("body");
        if (given.state === undefined) return;
        issue.isOpen = given.state === "open";
        issue.reason = issue.isOpen ? null : text("state_reason");
        issue.closedAt = issue.isOpen ? null : clockwork.now;
      });
      return {};
    default:
      throw new Error(`the model has no route ${route}`);
  }
}

function changeComment(route: string, given: Given, hosted: Hosted): unknown {
  const pull = hosted.state.pulls.find(({ comments }) =>
    comments.some(({ id }) => id === given.comment_id),
  );
  if (pull === undefined) throw new Refusal(404);
  const isGone = route.startsWith("DELETE");
  hosted.change(
    () => {
      const at = pull.comments.findIndex(({ id }) => id === given.comment_id);
      const comment = pull.comments[at];
      if (isGone) pull.comments.splice(at, 1);
      else if (comment !== undefined) {
        comment.body = String(given.body);
        comment.isEdited = true;
      }
    },
    ofComment(pull.number, isGone ? "deleted" : "edited"),
  );
  return { id: given.comment_id, html_url: "" };
}
