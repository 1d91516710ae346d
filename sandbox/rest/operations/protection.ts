import { atLeast } from "../../world/account.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import type { Protection, Rule, Ruleset } from "../../world/protection.ts";
import { notFound, Refusal } from "../../world/refusal.ts";
import { rulesetsOf } from "../../world/rules-of-branch.ts";
import type { World } from "../../world/world.ts";
import {
  onRepository,
  page,
  type RepositoryRequest,
  type RestOperation,
  text,
} from "../operation.ts";
import { commitShape } from "../shapes/commit.ts";
import { rulesetShape } from "../shapes/ruleset.ts";

const metadata = { permission: "metadata", level: "read" } as const;
const administer = { permission: "administration", level: "write", access: "admin" } as const;
const readProtection = { permission: "administration", level: "read", access: "admin" } as const;

/** Rulesets and the classic protection of branches. */
export const protectionOperations: Readonly<Record<string, RestOperation>> = {
  "repos/codeowners-errors": onRepository(
    { permission: "contents", level: "read" },
    async (request) => ({ status: 200, body: { errors: await codeownersErrors(request) } }),
  ),

  "actions/get-github-actions-default-workflow-permissions-repository": onRepository(
    readProtection,
    ({ repository: { workflowDefaults } }) => ({
      status: 200,
      body: {
        default_workflow_permissions: workflowDefaults.permissions,
        can_approve_pull_request_reviews: workflowDefaults.approve,
      },
    }),
  ),

  "repos/get-branch-rules": onRepository(metadata, (request) => {
    const { repository, parameters } = request;
    const branch = parameters.branch ?? "";
    const rules = rulesetsOf(repository, branch).flatMap(({ id, rules: own }) =>
      own.map((rule) => ({
        ...rule,
        ruleset_source_type: "Repository",
        ruleset_source: repository.fullName,
        ruleset_id: id,
      })),
    );
    return page(rules, request, `/repos/${repository.fullName}/rules/branches/${branch}`);
  }),

  "repos/get-repo-rulesets": onRepository(metadata, (request) => {
    const { repository, shaping } = request;
    const list = repository.rulesets.map((one) => {
      // The list leaves out what a ruleset demands, and whom it lets through.
      const { rules: _, bypass_actors: __, conditions: ___, ...rest } = rulesetShape(one, shaping);
      return rest;
    });
    return page(list, request, `/repos/${repository.fullName}/rulesets`);
  }),

  "repos/get-repo-ruleset": onRepository(metadata, (request) => {
    const shape = rulesetShape(rulesetOf(request), request.shaping);
    // Whom it lets by is told to those who may change it.
    const { bypass_actors: _, ...shown } = shape;
    return { status: 200, body: mayChange(request) ? shape : shown };
  }),

  "repos/create-repo-ruleset": onRepository(administer, (request) => {
    const { world, repository, body, shaping } = request;
    const name = text(body.name) ?? "";
    if (repository.rulesets.some((one) => one.name === name)) {
      throw new Refusal(422, "Validation Failed", { errors: ["Name must be unique"] });
    }
    const ruleset = addRuleset(world, repository, { name, ...readRuleset(body) });
    tell(request, { action: "created", ruleset });
    return { status: 201, body: rulesetShape(ruleset, shaping) };
  }),

  "repos/update-repo-ruleset": onRepository(administer, (request) => {
    const ruleset = rulesetOf(request);
    const { body, shaping } = request;
    const { bypass } = ruleset;
    Object.assign(ruleset, { name: text(body.name) ?? ruleset.name, ...readRuleset(body) });
    // What is not said stays.
    if (body.bypass_actors === undefined) ruleset.bypass = bypass;
    tell(request, { action: "edited", ruleset });
    return { status: 200, body: rulesetShape(ruleset, shaping) };
  }),

  "repos/delete-repo-ruleset": onRepository(administer, (request) => {
    const { rulesets } = request.repository;
    const ruleset = rulesetOf(request);
    rulesets.splice(rulesets.indexOf(ruleset), 1);
    tell(request, { action: "deleted", ruleset });
    return { status: 204 };
  }),

  "repos/get-branch": onRepository(
    { permission: "contents", level: "read" },
    async ({ repository, parameters, shaping, at }) => {
      const name = parameters.branch ?? "";
      const sha = await repository.git.branch(name);
      const commit = sha === null ? null : await repository.git.commitObject(sha);
      if (commit === null) throw new Refusal(404, "Branch not found");
      const url = `${at.api}/repos/${repository.fullName}/branches/${name}`;
      const isProtected =
        repository.protections.has(name) || rulesetsOf(repository, name).length > 0;
      return {
        status: 200,
        body: {
          name,
          commit: commitShape(commit, shaping),
          _links: { self: url, html: `${at.html}/${repository.fullName}/tree/${name}` },
          protected: isProtected,
          protection: summary(repository.protections.get(name)),
          protection_url: `${url}/protection`,
        },
      };
    },
  ),

  "repos/get-branch-protection": onRepository(readProtection, ({ repository, parameters, at }) => {
    const branch = parameters.branch ?? "";
    const protection = repository.protections.get(branch);
    if (protection === undefined) throw new Refusal(404, "Branch not protected");
    const url = `${at.api}/repos/${repository.fullName}/branches/${branch}/protection`;
    const { checks, strict, enforceAdmins, approvals, codeOwners } = protection;
    const contexts = checks.map(({ context }) => context);
    return {
      status: 200,
      body: {
        url,
        enforce_admins: { url: `${url}/enforce_admins`, enabled: enforceAdmins },
        required_status_checks: {
          url: `${url}/required_status_checks`,
          contexts_url: `${url}/required_status_checks/contexts`,
          strict,
          contexts,
          checks: checks.map(({ context, app }) => ({ context, app_id: app })),
        },
        ...(approvals !== null && {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: false,
            require_code_owner_reviews: codeOwners,
            required_approving_review_count: approvals,
          },
        }),
        allow_force_pushes: { enabled: protection.allowsForcePushes ?? false },
        allow_deletions: { enabled: protection.allowsDeletion ?? false },
      },
    };
  }),
};

function mayChange({ world, repository, token }: RepositoryRequest): boolean {
  if (token?.kind === "app") return token.permissions.administration === "write";
  return token !== null && atLeast(world.access(repository, token.login), "admin");
}

/** What everybody is told of classic protection. */
function summary(protection: Protection | undefined) {
  const checks = protection?.checks ?? [];
  const level = protection?.enforceAdmins === true ? "everyone" : "non_admins";
  return {
    enabled: protection !== undefined,
    required_status_checks: {
      enforcement_level: checks.length === 0 ? "off" : level,
      contexts: checks.map(({ context }) => context),
      checks: checks.map(({ context, app }) => ({ context, app_id: app })),
    },
  };
}

/** Of owners, only teams and people can be unknown here; GitHub says more of patterns. */
async function codeownersErrors({ world, repository }: RepositoryRequest) {
  const tip = (await repository.git.branch(repository.defaultBranch)) ?? "";
  for (const path of [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"]) {
    const entry = await repository.git.entry(tip, path);
    if (entry === null) continue;
    const text = (await repository.git.blob(entry.sha))?.toString("utf8") ?? "";
    return text.split("\n").flatMap((source, index) =>
      [...source.matchAll(/@([\w-]+)(?:\/([\w-]+))?/g)].flatMap(([, login = "", team]) => {
        const isKnown =
          team === undefined
            ? atLeast(world.access(repository, login), "write")
            : world.team(login, team) !== null;
        if (isKnown) return [];
        const kind = "Unknown owner";
        const message = `${kind} on line ${index + 1}: make sure it exists and has write access`;
        return [{ line: index + 1, column: 1, source, kind, message, path, suggestion: null }];
      }),
    );
  }
  throw notFound();
}

export function addRuleset(
  world: World,
  repository: HostedRepository,
  said: Omit<Ruleset, "id">,
): Ruleset {
  const ruleset = { id: world.nextId(), ...said };
  repository.rulesets.push(ruleset);
  return ruleset;
}

function tell(
  { world, repository, by: sender }: RepositoryRequest,
  { action, ruleset }: { readonly action: string; readonly ruleset: Ruleset },
): void {
  const about = { name: "repository_ruleset", action, sender, subject: ruleset.name };
  world.tell({ ...about, repository, details: { ruleset } });
}

function rulesetOf({ repository, parameters }: RepositoryRequest): Ruleset {
  const found = repository.rulesets.find(({ id }) => id === Number(parameters.ruleset_id));
  if (found === undefined) throw notFound();
  return found;
}

function readRuleset(body: RepositoryRequest["body"]): Omit<Ruleset, "id" | "name"> {
  const conditions = body.conditions as
    | { readonly ref_name?: { readonly include?: string[]; readonly exclude?: string[] } }
    | undefined;
  return {
    enforcement: body.enforcement as Ruleset["enforcement"],
    include: conditions?.ref_name?.include ?? [],
    exclude: conditions?.ref_name?.exclude ?? [],
    rules: (body.rules ?? []) as readonly Rule[],
    bypass: (body.bypass_actors ?? []) as Ruleset["bypass"],
  };
}
