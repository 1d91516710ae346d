import { undecoded } from "../../server/app-jwt.ts";
import type { App, Installation } from "../../world/app.ts";
import { appFromManifest } from "../../world/app-manifests.ts";
import { suspendInstallation, uninstallApp, unsuspendInstallation } from "../../world/apps.ts";
import { notFound, Refusal } from "../../world/refusal.ts";
import type { Permissions } from "../../world/token.ts";
import {
  names,
  page,
  type RestAnswer,
  type RestOperation,
  type RestRequest,
} from "../operation.ts";
import { nodeId, when } from "../shapes/addresses.ts";
import { installationShape } from "../shapes/installation.ts";
import { minimalRepository, plainRepository } from "../shapes/repository.ts";
import { appShape } from "../shapes/user.ts";

/** An operation of an app as itself, with what it has signed. */
export function asApp(
  handle: (request: RestRequest, app: App) => Promise<RestAnswer> | RestAnswer,
): RestOperation {
  return (request) => {
    if (request.jwt === null) throw undecoded();
    return handle(request, request.jwt);
  };
}

/** What apps do as themselves, and about where they are installed. */
export const appOperations: Readonly<Record<string, RestOperation>> = {
  "apps/get-authenticated": asApp(({ world, at }, app) => {
    const { length: installations_count } = installationsOf(world, app);
    return { status: 200, body: { ...appShape(app, at), installations_count } };
  }),

  "apps/create-from-manifest": ({ world, parameters, at }) => {
    const { app, privateKey: pem, webhook } = appFromManifest(world, parameters.code ?? "");
    const secrets = { client_secret: `cs_sandbox${app.id}`, webhook_secret: webhook.secret, pem };
    return { status: 201, body: { ...appShape(app, at), ...secrets } };
  },

  "apps/get-by-slug": ({ world, parameters, at }) => {
    const app = world.appBySlug(parameters.app_slug ?? "");
    if (app === null) throw notFound();
    return { status: 200, body: appShape(app, at) };
  },

  "apps/list-installations": asApp((request, app) => {
    const { world } = request;
    const shapes = installationsOf(world, app).map((one) => {
      const shape = installationShape(one, request);
      // In lists GitHub's description wants an account to be an enterprise, too.
      const dates = { created_at: null, updated_at: null };
      const { login: name } = shape.account;
      return { ...shape, account: { ...shape.account, name, slug: name, ...dates } };
    });
    return page(shapes, request, "/app/installations");
  }),

  "apps/get-installation": asApp((request, app) => shown(request, installationOf(request, app))),

  "apps/delete-installation": asApp((request, app) => {
    const { world } = request;
    uninstallApp(world, installationOf(request, app), { by: app.owner });
    return { status: 204 };
  }),

  "apps/suspend-installation": asApp((request, app) => {
    suspendInstallation(request.world, installationOf(request, app), { by: app.owner });
    return { status: 204 };
  }),

  "apps/unsuspend-installation": asApp((request, app) => {
    unsuspendInstallation(request.world, installationOf(request, app), { by: app.owner });
    return { status: 204 };
  }),

  "apps/get-org-installation": asApp((request, app) =>
    shown(request, installedIn(request, app, request.parameters.org)),
  ),

  "apps/get-user-installation": asApp((request, app) =>
    shown(request, installedIn(request, app, request.parameters.username)),
  ),

  "apps/get-repo-installation": asApp((request, app) => {
    const { world, parameters } = request;
    const repository = world.find(`${parameters.owner}/${parameters.repo}`);
    const found = installationsOf(world, app).find((one) =>
      world.repositoriesOf(one).some((each) => each === repository),
    );
    if (found === undefined) throw notFound();
    return shown(request, found);
  }),

  "apps/create-installation-access-token": asApp((request, app) => {
    const { world, body, at } = request;
    const installation = installationOf(request, app);
    const repositories = wantedIn(request, installation);
    const permissions = body.permissions as Permissions | undefined;
    const token = world.installationToken(installation, {
      ...(repositories !== undefined && { repositories }),
      ...(permissions !== undefined && { permissions }),
    });
    const given = world.token(token);
    if (given?.kind !== "app") throw notFound();
    return {
      status: 201,
      body: {
        token,
        expires_at: when(given.expires),
        permissions: given.permissions,
        repository_selection:
          repositories === undefined && installation.repositories === null ? "all" : "selected",
        ...(repositories !== undefined && {
          repositories: repositories.map((name) =>
            plainRepository(world.repository(name), world, at),
          ),
        }),
      },
    };
  }),

  "apps/list-repos-accessible-to-installation": (request) => {
    const { world, token, at } = request;
    if (token?.kind !== "app") {
      throw new Refusal(
        403,
        "You must authenticate with an installation access token in order to list repositories for an installation.",
      );
    }
    const shapes = [...token.repositories].map((name) =>
      plainRepository(world.repository(name), world, at),
    );
    const answer = page(shapes, request, "/installation/repositories");
    const repository_selection = token.installation?.repositories === null ? "all" : "selected";
    const body = { total_count: shapes.length, repositories: answer.body, repository_selection };
    return { ...answer, body };
  },

  "apps/revoke-installation-access-token": ({ world, token, secret }) => {
    if (token?.kind !== "app" || secret === null) throw new Refusal(401, "Bad credentials");
    world.revoke(secret);
    return { status: 204 };
  },
};

function installationsOf(world: RestRequest["world"], app: App): readonly Installation[] {
  return [...world.installations.values()].filter((one) => one.app === app.id);
}

function installationOf({ world, parameters }: RestRequest, app: App): Installation {
  const found = world.installations.get(Number(parameters.installation_id));
  if (found === undefined || found.app !== app.id) throw notFound();
  return found;
}

function installedIn({ world }: RestRequest, app: App, account = ""): Installation {
  const found = installationsOf(world, app).find(
    (one) => one.account.toLowerCase() === account.toLowerCase(),
  );
  if (found === undefined) throw notFound();
  return found;
}

function shown(request: RestRequest, installation: Installation): RestAnswer {
  return { status: 200, body: installationShape(installation, request) };
}

/** Repositories are asked for by their names without the owner, or by their ids. */
function wantedIn(
  { world, body }: RestRequest,
  { account }: Installation,
): readonly string[] | undefined {
  const ids = body.repository_ids as readonly number[] | undefined;
  const named = names(body.repositories)?.map((name) => `${account}/${name}`);
  const byId = ids?.map(
    (id) => world.repositories().find((one) => one.id === id)?.fullName ?? `${account}/#${id}`,
  );
  return named === undefined && byId === undefined
    ? undefined
    : [...(named ?? []), ...(byId ?? [])];
}

/** A repository as it stands in what is told of installations. */
export function installedRepository(
  fullName: string,
  { world, at }: Pick<RestRequest, "world" | "at">,
) {
  const repository = world.find(fullName);
  if (repository === null) {
    const name = fullName.split("/").at(-1) ?? fullName;
    return { id: 0, node_id: nodeId("Repository", 0), name, full_name: fullName, private: false };
  }
  const {
    id,
    node_id,
    name,
    full_name,
    private: isPrivate,
  } = minimalRepository(repository, world, at);
  return { id, node_id, name, full_name, private: isPrivate };
}
