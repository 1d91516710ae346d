import { dataAt } from "../../github/answer-data.ts";
import type { Subject } from "../subject.ts";
import { watchKey } from "../watch-key.ts";

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
    case "pull_request":
      return [
        ...pull(number("pull_request", "number")),
        // Others may name it as evidence.
        ...watched("issue", number("pull_request", "number")),
      ];
    case "pull_request_review":
      return pull(number("pull_request", "number"));
    case "issue_comment":
      return dataAt(payload, "issue", "pull_request") === undefined
        ? []
        : pull(number("issue", "number"));
    case "issues":
      return watched("issue", number("issue", "number"));
    case "check_run":
      return numberAt(payload, "check_run", "app", "id") === own
        ? ofOwnCheckRun(payload)
        : watched("head", text("check_run", "head_sha"));
    case "check_suite":
      return numberAt(payload, "check_suite", "app", "id") === own
        ? ofOwnCheckSuite(payload)
        : watched("head", text("check_suite", "head_sha"));
    case "status":
      return watched("head", text("sha"));
    case "workflow_run":
      return watched("head", text("workflow_run", "head_sha"));
    case "merge_group": {
      const [head, base] = [text("merge_group", "head_sha"), text("merge_group", "base_ref")];
      return head === null || base === null || text("action") !== "checks_requested"
        ? []
        : [{ kind: "group", head, base: branchOf(base) }];
    }
    case "push": {
      const ref = text("ref");
      return ref?.startsWith("refs/heads/") ? [{ kind: "push", branch: branchOf(ref) }] : [];
    }
    case "deployment_protection_rule": {
      const run = runOf(text("deployment_callback_url"));
      const environment = text("environment");
      return run === null || environment === null ? [] : [{ kind: "deployment", run, environment }];
    }
    case "member":
    case "team_add":
    case "repository":
    case "repository_ruleset":
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

/** Somebody pressed a button of ours, or GitHub's own to run it again. */
function ofOwnCheckRun(payload: unknown): readonly Subject[] {
  const action = textAt(payload, "action");
  if (action !== "rerequested" && action !== "requested_action") return [];
  return watched("head", textAt(payload, "check_run", "head_sha"));
}

function ofOwnCheckSuite(payload: unknown): readonly Subject[] {
  const isAsked = textAt(payload, "action") === "rerequested";
  return isAsked ? watched("head", textAt(payload, "check_suite", "head_sha")) : [];
}

function pull(number: number | null): readonly Subject[] {
  return number === null ? [] : [{ kind: "pull", number }];
}

function watched(what: "issue" | "head", which: number | string | null): readonly Subject[] {
  return which === null ? [] : [{ kind: "watched", key: watchKey(what, String(which)) }];
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
