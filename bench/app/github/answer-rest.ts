import type { HostedPull, HostedRepository } from "./hosted.ts";
import type { Seen } from "./orders.ts";

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Hosting {
  readonly app: number;
  readonly repositories: ReadonlyMap<string, HostedRepository>;
  readonly seen: Seen;
  readonly sweeps: boolean;
  /** Whose token it was asked with. */
  readonly installation: number | null;
}

type Answered = readonly [number, unknown];

let ids = 1_000_000;

/** The calls over REST that the service makes; `null` for others. Answers are about as long as GitHub's. */
export function answerRest({ method, url, body }: Asked, hosting: Hosting): Answered | null {
  const [path = ""] = url.split("?");
  const call = `${method} ${path}`;
  const token = /^POST \/app\/installations\/(\d+)\/access_tokens$/.exec(call);
  if (token !== null) return [201, tokenOf(Number(token[1]))];
  if (call === "GET /app") return [200, { ...APP, id: hosting.app }];
  if (call === "GET /app/hook/deliveries") return [200, []];
  if (call === "GET /app/installations") {
    const all = [...hosting.repositories.values()];
    return [
      200,
      (hosting.sweeps ? all : []).map(({ installation: id }) => ({ id, suspended_at: null })),
    ];
  }
  if (call === "GET /installation/repositories") {
    const own = [...hosting.repositories.values()].filter(
      ({ installation }) => installation === hosting.installation,
    );
    const repositories = own.map(({ owner, name }) => ({
      full_name: `${owner}/${name}`,
      archived: false,
    }));
    return [200, { total_count: own.length, repositories }];
  }
  const of = /^(GET|POST|PATCH|DELETE) \/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(call);
  const repository = hosting.repositories.get(of?.[2] ?? "");
  if (of === null || repository === undefined) return null;
  return inRepository(`${of[1]} ${of[3]}`, body, { repository, seen: hosting.seen });
}

function inRepository(
  call: string,
  body: Asked["body"],
  { repository, seen }: { readonly repository: HostedRepository; readonly seen: Seen },
): Answered | null {
  const wrote = (operation: string) => {
    seen.writes[operation] = (seen.writes[operation] ?? 0) + 1;
  };
  if (/^GET collaborators\/[^/]+\/permission$/.test(call)) {
    seen.reads += 1;
    return [200, { permission: "write", role_name: "write", user: USER }];
  }
  // Asked for where a write went wrong: nothing is protected here.
  if (/^GET rules\/branches\/.+$/.test(call)) {
    seen.reads += 1;
    return [200, []];
  }
  if (/^GET branches\/.+$/.test(call)) {
    seen.reads += 1;
    return [200, { name: "production", protected: false }];
  }
  if (call === "POST check-runs") {
    wrote("check run created");
    const pull = [...repository.pulls.values()].find(({ head }) => head === body.head_sha);
    ids += 1;
    const run = { id: ids, name: String(body.name), conclusion: "", externalId: "", at: 0 };
    if (pull !== undefined) {
      const runs = pull.runs.get(pull.head) ?? [];
      pull.runs.set(pull.head, [...runs, run]);
      seen.settled.push(Date.now() - pull.pushedAt);
    }
    return [201, written(run, body)];
  }
  const [, run] = /^PATCH check-runs\/(\d+)$/.exec(call) ?? [];
  if (run !== undefined) {
    wrote("check run changed");
    for (const pull of repository.pulls.values()) {
      const found = [...pull.runs.values()].flat().find(({ id }) => id === Number(run));
      if (found !== undefined) return [200, written(found, body)];
    }
    return null;
  }
  const [, issue] = /^POST issues\/(\d+)\/comments$/.exec(call) ?? [];
  const pull = repository.pulls.get(Number(issue));
  if (pull !== undefined) {
    wrote("comment created");
    ids += 1;
    const comment = { id: ids, body: String(body.body) };
    pull.comments.push(comment);
    return [201, { ...comment, html_url: `https://github.com/#${ids}`, user: USER }];
  }
  const [, gone] = /^DELETE issues\/comments\/(\d+)$/.exec(call) ?? [];
  for (const { comments } of gone === undefined ? [] : repository.pulls.values()) {
    const at = comments.findIndex(({ id }) => id === Number(gone));
    if (at < 0) continue;
    wrote("comment deleted");
    comments.splice(at, 1);
    return [204, undefined];
  }
  if (gone !== undefined) return [404, { message: "Not Found" }];
  const [, comment] = /^PATCH issues\/comments\/(\d+)$/.exec(call) ?? [];
  for (const one of comment === undefined ? [] : repository.pulls.values()) {
    const found = (one as HostedPull).comments.find(({ id }) => id === Number(comment));
    if (found === undefined) continue;
    wrote("comment changed");
    found.body = String(body.body);
    return [200, { ...found, html_url: `https://github.com/#${found.id}`, user: USER }];
  }
  return null;
}

function written(
  run: { id: number; name: string; conclusion: string; externalId: string; at: number },
  body: Asked["body"],
): unknown {
  run.conclusion = String(body.conclusion ?? run.conclusion);
  run.externalId = String(body.external_id ?? run.externalId);
  run.at = Date.now();
  const { head_sha = "", output } = body;
  return {
    ...{ id: run.id, name: run.name, head_sha, external_id: run.externalId, output },
    ...{ status: "completed", conclusion: run.conclusion, app: APP, pull_requests: [] },
    check_suite: { id: run.id },
  };
}

function tokenOf(installation: number): unknown {
  return {
    token: `ghs_${String(installation).padStart(36, "0")}`,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    permissions: APP.permissions,
    repository_selection: "all",
  };
}

const USER = addressed({ login: "ana", id: 7, type: "User", site_admin: false });

const APP = {
  slug: "stage-gates",
  name: "stage-gates",
  owner: USER,
  description: "Readiness before promotion",
  permissions: { checks: "write", contents: "read", issues: "write", pull_requests: "write" },
  events: ["check_run", "issue_comment", "pull_request", "push", "status"],
};

/** Every account that GitHub names comes with all its addresses. */
function addressed<Account extends { readonly login: string }>(account: Account) {
  const kinds = ["followers", "following", "gists", "starred", "subscriptions", "orgs", "repos"];
  const urls = kinds.map((kind) => [
    `${kind}_url`,
    `https://api.github.com/users/${account.login}/${kind}`,
  ]);
  return { ...account, ...Object.fromEntries(urls) };
}
