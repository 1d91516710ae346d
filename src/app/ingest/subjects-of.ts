import { dataAt } from "../../github/answer-data.ts";
import { isOurContext } from "../../model/context.ts";
import type { Subject } from "../subject.ts";
import { headKey, ISSUES, issueKey, ownKey, RUNS, type WatchKey } from "../watch-key.ts";

/**
 * What an event may change the verdict of. Events that nothing is known to rest on, such as stars,
 * and those of a shape nobody expects ask for nothing: what they hint at the next sweep sees.
 *
 * @param own number of our app
 */
export function subjectsOf(event: string, payload: unknown, own: number): readonly Subject[] {
  const number = (...path: readonly string[]) => numberAt(payload, ...path);
  const text = (...path: readonly string[]) => textAt(payload, ...path);
  switch (event) {
    case "pull_request": {
      const pull = number("pull_request", "number");
      // Others may name it as evidence.
      return pull === null ? [] : [{ kind: "pull", number: pull }, ...watched(issueKey(pull))];
    }
    case "pull_request_review":
      return pull(number("pull_request", "number"));
    case "issue_comment":
      return dataAt(payload, "issue", "pull_request") === undefined || isOurTalk(payload, own)
        ? []
        : pull(number("issue", "number"));
    case "issues": {
      const issue = number("issue", "number");
      return issue === null ? [] : watched(issueKey(issue), ISSUES);
    }
    case "label":
      return text("label", "name") === null ? [] : watched(ISSUES);
    case "check_run":
    case "check_suite":
      return ofChecks(event, payload, own);
    case "status": {
      const sha = text("sha");
      if (sha === null) return [];
      return watched(isOurContext(text("context") ?? "") ? ownKey(sha) : headKey(sha));
    }
    case "workflow_run": {
      const sha = text("workflow_run", "head_sha");
      return sha === null ? [] : watched(headKey(sha), RUNS);
    }
    case "merge_group": {
      const [head, base] = [text("merge_group", "head_sha"), text("merge_group", "base_ref")];
      return head === null || base === null || text("action") !== "checks_requested"
        ? []
        : [{ kind: "group", head, base: branchOf(base) }];
    }
    case "push": {
      const ref = text("ref");
      if (ref === null || !ref.startsWith("refs/heads/")) return [];
      const branch = branchOf(ref);
      return [{ kind: "push", branch }, ...audited(branch, text)];
    }
    case "deployment_protection_rule": {
      const run = runOf(text("deployment_callback_url"));
      const environment = text("environment");
      return run === null || environment === null ? [] : [{ kind: "deployment", run, environment }];
    }
    case "member":
    case "team_add":
    case "repository":
      return [{ kind: "repository" }];
    case "membership":
    case "organization":
    case "team":
    case "installation":
    case "installation_repositories":
    case "installation_target":
      return [{ kind: "installation" }];
    default:
      return [];
  }
}

/** What we said ourselves is no news; a button of ours, or GitHub's to run it again, asks us. */
function ofChecks(
  event: "check_run" | "check_suite",
  payload: unknown,
  own: number,
): readonly Subject[] {
  const sha = textAt(payload, event, "head_sha");
  if (sha === null) return [];
  const action = textAt(payload, "action");
  if (numberAt(payload, event, "app", "id") === own) {
    return action === "rerequested" || action === "requested_action" ? watched(ownKey(sha)) : [];
  }
  const bearsOurName = isOurContext(textAt(payload, event, "name") ?? "");
  return watched(bearsOurName ? ownKey(sha) : headKey(sha));
}

/** What we wrote ourselves; what somebody else made of our comment is news. */
function isOurTalk(payload: unknown, own: number): boolean {
  const writer = numberAt(payload, "comment", "user", "id");
  const app = numberAt(payload, "comment", "performed_via_github_app", "id");
  return app === own && writer !== null && writer === numberAt(payload, "sender", "id");
}

const NOTHING = /^0+$/;
const COMMIT = /^[0-9a-f]{40}$/;

/** Each push by itself: what one brought is not seen from the next. */
function audited(branch: string, text: (...path: string[]) => string | null): readonly Subject[] {
  const [before, after] = [text("before"), text("after")];
  if (before === null || after === null || NOTHING.test(after)) return [];
  if (!COMMIT.test(before) || !COMMIT.test(after)) return [];
  const by = text("sender", "login")?.replace(/[^\w[\]-]/g, "") ?? "";
  const made = NOTHING.test(before);
  return [{ kind: "audit", branch, before: made ? null : before, after, by: by || "ghost" }];
}

function pull(number: number | null): readonly Subject[] {
  return number === null ? [] : [{ kind: "pull", number }];
}

function watched(...keys: readonly WatchKey[]): readonly Subject[] {
  return keys.map((key) => ({ kind: "watched", key }));
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, "");
}

/** `https://api.github.com/repos/acme/shop/actions/runs/4711/deployment_protection_rule` */
function runOf(address: string | null): number | null {
  const [, run] =
    /\/actions\/runs\/(\d{1,15})\/deployment_protection_rule$/.exec(address ?? "") ?? [];
  return run === undefined ? null : Number(run);
}

function numberAt(payload: unknown, ...path: readonly string[]): number | null {
  const value = dataAt(payload, ...path);
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : null;
}

function textAt(payload: unknown, ...path: readonly string[]): string | null {
  const value = dataAt(payload, ...path);
  return typeof value === "string" && value !== "" ? value : null;
}
