/**
 * `node scripts/cut-github-description.ts <api.github.com.json>`: cuts GitHub's description down to
 * what the sandbox is held against. The file is in `@octokit/openapi`, under `generated/`; that
 * package is too large to be a dependency. What is kept already stays; `MORE_PATHS` adds to it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

type Json = Readonly<Record<string, unknown>>;

interface Description extends Json {
  readonly paths: Json;
  readonly "x-webhooks": Json;
  readonly components: Readonly<Record<string, Json>>;
}

const CONTRACT = new URL("../sandbox/contract/", import.meta.url);

const MORE_PATHS = [
  "/app-manifests/{code}/conversions",
  "/apps/{app_slug}",
  "/installation/token",
  "/users/{username}/installation",
  "/repos/{owner}/{repo}/actions/permissions",
  "/repos/{owner}/{repo}/actions/permissions/workflow",
  "/repos/{owner}/{repo}/actions/runs",
  "/repos/{owner}/{repo}/actions/runs/{run_id}",
  "/repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments",
  "/repos/{owner}/{repo}/actions/workflows",
  "/repos/{owner}/{repo}/actions/workflows/{workflow_id}",
  "/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
];

/** Of these events every action. */
const EVENTS = [
  "check-run",
  "check-suite",
  "deployment",
  "deployment-protection-rule",
  "deployment-status",
  "installation",
  "installation-repositories",
  "issue-comment",
  "label",
  "member",
  "membership",
  "merge-group",
  "organization-member",
  "ping",
  "pull-request-review",
  "push",
  "repository-ruleset",
  "status",
  "team",
  "workflow-run",
];

/** Of these some. */
const WEBHOOKS =
  /^(create|delete|issues-(assigned|closed|deleted|edited|labeled|locked|opened|reopened|unassigned|unlabeled|unlocked)|pull-request-(assigned|closed|converted-to-draft|dequeued|edited|enqueued|labeled|locked|opened|ready-for-review|reopened|review-request-removed|review-requested|synchronize|unassigned|unlabeled|unlocked)|repository-(archived|created|deleted|edited|privatized|publicized|renamed|transferred|unarchived))$/;

const ACTION =
  /^-(added|removed|created|edited|deleted|completed|requested|rerequested|requested-action|in-progress|destroyed|checks-requested|submitted|dismissed|suspend|unsuspend|new-permissions-accepted|added-to-repository|removed-from-repository|pinned|unpinned|invited)$/;

function isWanted(id: string): boolean {
  if (WEBHOOKS.test(id)) return true;
  return EVENTS.some((event) => {
    return id === event || (id.startsWith(event) && ACTION.test(id.slice(event.length)));
  });
}

/** What validates nothing. A property may have such a name; then it is inside `properties`. */
const REMARKS: ReadonlySet<string> = new Set([
  "summary",
  "description",
  "tags",
  "externalDocs",
  "example",
  "examples",
  "x-github",
]);

const whole = read(readFileSync(process.argv[2] ?? "api.github.com.json"));
const old = read(gunzipSync(readFileSync(new URL("github-rest.json.gz", CONTRACT))));
const { info, openapi, paths, "x-webhooks": webhooks } = whole;
const kept = new Set([...Object.keys(old.paths), ...MORE_PATHS]);
write("github-rest.json.gz", { openapi, info, paths: pick(paths, (path) => kept.has(path)) });
write("github-webhooks.json.gz", {
  openapi,
  info,
  paths: pick(webhooks, isWanted),
});

function read(bytes: Buffer): Description {
  return JSON.parse(bytes.toString("utf8"));
}

function pick(from: Json, wanted: (name: string) => boolean): Json {
  return Object.fromEntries(Object.entries(from).filter(([name]) => wanted(name)));
}

function write(name: string, cut: Json): void {
  const plain = withoutRemarks(cut) as Json;
  const components: Record<string, Record<string, unknown>> = {};
  gather(plain, components);
  const bytes = gzipSync(JSON.stringify({ ...plain, components }), { level: 9 });
  writeFileSync(new URL(name, CONTRACT), bytes);
  console.log(`${name}: ${Object.keys(plain.paths as Json).length} paths, ${bytes.length} bytes`);
}

/** Takes over every component that something refers to, and what it refers to in turn. */
function gather(node: unknown, into: Record<string, Record<string, unknown>>): void {
  if (typeof node !== "object" || node === null) return;
  for (const value of Object.values(node)) gather(value, into);
  const { $ref } = node as Json;
  if (typeof $ref !== "string") return;
  const [, , section = "", name = ""] = $ref.split("/");
  const there = into[section] ?? {};
  into[section] = there;
  if (name in there) return;
  const component = withoutRemarks(whole.components[section]?.[name]);
  there[name] = component;
  gather(component, into);
}

function withoutRemarks(node: unknown, isNames = false): unknown {
  if (Array.isArray(node)) return node.map((one) => withoutRemarks(one));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).flatMap(([key, value]) => {
    if (!isNames && REMARKS.has(key)) return [];
    return [[key, withoutRemarks(value, key === "properties" && !isNames)] as const];
  });
  return Object.fromEntries(entries);
}
