import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  dataAt,
  listIn
} from "./chunk-KKEM3PDJ.js";
import {
  failureOf
} from "./chunk-OMCSVZS3.js";
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";

// src/github/protection/branch-rules.ts
var PAGE = 100;
async function readBranchRules(client, { owner, name }, branch) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const asked = { owner, repo: name, branch, per_page: PAGE, page };
    const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
    const rules = listIn((await client.request(route, asked)).data);
    all.push(...rules);
    if (rules.length < PAGE) return all;
  }
}

// src/github/protection/classic-guard.ts
var NAME = "classic protection";
async function readClassicContexts(client, { owner, name }, branch) {
  const data = await readBranch(client, { owner, repo: name, branch });
  return contextsOf(dataAt(data, "protection", "required_status_checks"));
}
async function readClassicGuard(client, { owner, name }, branch) {
  const asked = { owner, repo: name, branch };
  const data = await readBranch(client, asked);
  if (dataAt(data, "protection", "enabled") !== true) return null;
  const contexts = contextsOf(dataAt(data, "protection", "required_status_checks"));
  try {
    const route = "GET /repos/{owner}/{repo}/branches/{branch}/protection";
    return whole((await client.request(route, asked)).data);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Branch not protected")) return null;
    const { status, message } = failureOf(error);
    const why = status === 404 ? "GitHub tells it only to administrators" : message;
    return { ...NOTHING, contexts, bypass: missing("forbidden", why), unread: why };
  }
}
async function readBranch(client, asked) {
  try {
    return (await client.request("GET /repos/{owner}/{repo}/branches/{branch}", asked)).data;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.status === 404) return null;
    throw failure;
  }
}
var NOTHING = {
  name: NAME,
  ruleset: null,
  contexts: [],
  upToDate: false,
  pullRequest: null,
  refusesForcePushes: false,
  refusesDeletion: false,
  hasMergeQueue: false,
  bypass: known([]),
  unread: null
};
function whole(data) {
  const checks = dataAt(data, "required_status_checks");
  const reviews = dataAt(data, "required_pull_request_reviews");
  return {
    ...NOTHING,
    contexts: contextsOf(checks),
    upToDate: dataAt(checks, "strict") === true,
    pullRequest: reviews === void 0 ? null : {
      approvals: Number(dataAt(reviews, "required_approving_review_count") ?? 0),
      codeOwners: dataAt(reviews, "require_code_owner_reviews") === true
    },
    refusesForcePushes: dataAt(data, "allow_force_pushes", "enabled") !== true,
    refusesDeletion: dataAt(data, "allow_deletions", "enabled") !== true,
    bypass: bypassOf(data, reviews)
  };
}
function contextsOf(required) {
  const checks = dataAt(required, "checks") ?? [];
  const bound = checks.map(({ context, app_id: app }) => ({
    context,
    // -1 is how it is said that anybody will do.
    app: app === void 0 || app === null || app < 0 ? null : app
  }));
  const named = new Set(bound.map(({ context }) => context));
  const contexts = dataAt(required, "contexts") ?? [];
  const others = contexts.filter((context) => !named.has(context));
  return [...bound, ...others.map((context) => ({ context, app: null }))];
}
function bypassOf(data, reviews) {
  const admins = dataAt(data, "enforce_admins", "enabled") === true ? [] : [{ who: "administrators", mode: "always" }];
  const allowed = dataAt(reviews, "bypass_pull_request_allowances");
  const list = (kind, key) => (dataAt(allowed, kind) ?? []).map(
    (one) => ({ who: `\`${String(dataAt(one, key))}\``, mode: "always" })
  );
  return known([
    ...admins,
    ...list("users", "login"),
    ...list("teams", "slug"),
    ...list("apps", "slug")
  ]);
}

// src/github/protection/ruleset-guard.ts
function guardOf(rules, ruleset) {
  const [{ ruleset_id: id, ruleset_source_type: from } = NOTHING2] = rules;
  const parametersOf = (type) => {
    const found = rules.find((rule) => rule.type === type);
    return found === void 0 ? null : found.parameters ?? {};
  };
  const review = parametersOf("pull_request");
  const checks = rules.filter(({ type }) => type === "required_status_checks");
  return {
    name: ruleset.state === "known" ? `the ruleset \`${ruleset.value.name}\`` : `the ruleset ${id}`,
    ruleset: { id, source: from === "Repository" ? "repository" : "above" },
    contexts: requiredByRules(rules),
    upToDate: checks.some((rule) => rule.parameters?.strict_required_status_checks_policy === true),
    pullRequest: review === null ? null : {
      approvals: Number(review.required_approving_review_count ?? 0),
      codeOwners: review.require_code_owner_review === true
    },
    refusesForcePushes: parametersOf("non_fast_forward") !== null,
    refusesDeletion: parametersOf("deletion") !== null,
    hasMergeQueue: parametersOf("merge_queue") !== null,
    bypass: bypassOf2(ruleset),
    unread: null
  };
}
function requiredByRules(rules) {
  return rules.flatMap(
    ({ type, parameters }) => type === "required_status_checks" ? contextsOf2(parameters) : []
  );
}
var NOTHING2 = { type: "", ruleset_id: 0 };
function contextsOf2(parameters) {
  const list = parameters?.required_status_checks ?? [];
  return list.map(({ context, integration_id = null }) => ({ context, app: integration_id }));
}
function bypassOf2(ruleset) {
  if (ruleset.state === "missing") return ruleset;
  const { bypass_actors: actors } = ruleset.value;
  if (actors === void 0) {
    return missing("forbidden", "GitHub tells it only to those who may change the ruleset");
  }
  return known(
    actors.map((one) => ({ who: nameOf(one), mode: one.bypass_mode ?? "always" }))
  );
}
var ROLES = { 2: "maintain", 4: "write", 5: "admin" };
function nameOf({ actor_type: type, actor_id: id = null }) {
  switch (type) {
    case "RepositoryRole": {
      const role = ROLES[id ?? 0];
      return role === void 0 ? `whoever has the role ${id}` : `whoever has the role \`${role}\``;
    }
    case "OrganizationAdmin":
      return "owners of the organization";
    case "DeployKey":
      return "deploy keys";
    case "Integration":
      return `the app ${id}`;
    default:
      return `the ${type.toLowerCase()} ${id}`;
  }
}

export {
  readBranchRules,
  readClassicContexts,
  readClassicGuard,
  guardOf,
  requiredByRules
};
