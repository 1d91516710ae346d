import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  Blobs,
  Query,
  askOrganizationPolicy,
  askPolicy
} from "./chunk-G573AOCI.js";
import {
  dataAt,
  pageAt
} from "./chunk-2DGTO5SK.js";
import {
  GitHubFailure
} from "./chunk-CHFDHDTS.js";

// src/github/list-pulls.ts
var MOST_PAGES = 20;
var PULLS = { what: "open pull requests", permission: "pull-requests: read" };
async function listPulls(asked) {
  const { client, name, policyBranch } = asked;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const policy = askPolicy(query, policyBranch);
  const organization = askOrganizationPolicy(query, name);
  let alias = query.inRepository(listOf(query, null));
  let answer = await query.ask(client, name);
  const { files } = await policy(answer, new Blobs(client, name));
  const at = { ...files, organization: await organization(answer, client) };
  const repository = String(dataAt(answer.repository, fullName));
  const pulls = [];
  for (let page = 1; ; page += 1) {
    const list = pageAt(answer, ["repository", alias], PULLS);
    if (list.state === "missing") throw new GitHubFailure(list.reason, list.detail);
    const { nodes, pageInfo } = list.value;
    pulls.push(...nodes);
    if (!pageInfo.hasNextPage) return { repository, policy: at, pulls };
    if (page >= MOST_PAGES) {
      throw new GitHubFailure("too-large", `there are over ${pulls.length} open pull requests`);
    }
    const next = new Query();
    alias = next.inRepository(listOf(next, pageInfo.endCursor));
    answer = await next.ask(client, name);
  }
}
function listOf(query, after) {
  return `pullRequests(first: 100, after: ${query.variable("String", after)}, states: [OPEN],
    orderBy: {field: CREATED_AT, direction: ASC}) {
    nodes { number baseRefName headRefOid } pageInfo { hasNextPage endCursor } }`;
}

export {
  PULLS,
  listPulls
};
