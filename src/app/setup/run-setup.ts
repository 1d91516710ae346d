import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppLog } from "../app-log.ts";
import { errorFields } from "../telling/error-fields.ts";
import { HelpfulError } from "../telling/helpful-error.ts";
import { type Listening, type Route, serve } from "../web/http-server.ts";
import { readAppTemplate } from "./app-manifest.ts";
import { type Identity, keepIdentity, tryToKeep } from "./keep-identity.ts";
import { agreePage, askPage, pagePolicy } from "./setup-page.ts";

export interface SetupSettings {
  readonly api: string;
  readonly host: string;
  readonly port: number;
  /** Where to keep what the app signs in with. */
  readonly file: string;
}

/** GitHub gives an organization at most 39 letters, digits and dashes. */
const ORGANIZATION = /^[a-z\d](?:[a-z\d-]{0,38})$/i;
const CODE = /^[\w-]{1,200}$/;
const PATIENCE = 10_000;
const GITHUB = "https://api.github.com";

/**
 * Has a person register an app on GitHub from `templates/app.yml`, and keeps what it signs in with.
 * The page is found only by whoever reads the log: its address holds a key. Without one, any page in
 * the person's browser could have this service sign in as an app of somebody else's.
 *
 * @param webhooks path at which deliveries will be taken
 */
export async function runSetup(
  settings: SetupSettings,
  { log, webhooks }: { readonly log: AppLog; readonly webhooks: string },
): Promise<Identity> {
  tryToKeep(settings.file);
  const page = `/setup/${randomBytes(16).toString("hex")}`;
  let done: (identity: Identity) => void = () => undefined;
  const identity = new Promise<Identity>((resolve) => {
    done = resolve;
  });
  let address = "";
  const server: Listening = await serve(
    {
      [page]: showPage({ ...settings, webhooks, redirect: () => `${address}${page}/done` }),
      [`${page}/done`]: takeCode(settings, (taken) => done(taken), log),
      "/healthz": (_, response) => send(response, 200, "being set up\n"),
    },
    settings,
  );
  ({ address } = server);
  log.info("no app yet: open the page to register one", { page: `${address}${page}` });
  try {
    return await identity;
  } finally {
    await server.stop();
  }
}

interface Showing extends SetupSettings {
  readonly webhooks: string;
  redirect(): string;
}

function showPage({ api, webhooks, redirect }: Showing): Route {
  const template = readAppTemplate();
  const github = pagesOf(api);
  return (request, response) => {
    const { searchParams } = addressOf(request);
    const url = (searchParams.get("url") ?? "").replace(/\/+$/, "");
    const organization = searchParams.get("organization") ?? "";
    const given = { url, organization };
    const policy = { "content-security-policy": pagePolicy(new URL(github).origin) };
    const html = (text: string) => send(response, 200, text, { ...HTML, ...policy });
    if (searchParams.size === 0) return html(askPage(null, given));
    if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : "")) {
      return html(askPage("The address is none: write it as https://<host>.", given));
    }
    if (organization !== "" && !ORGANIZATION.test(organization)) {
      return html(askPage("That is no name of an organization.", given));
    }
    const manifest = JSON.stringify({
      ...template.manifest,
      hook_attributes: { url: `${url}${webhooks}`, active: true },
      redirect_url: redirect(),
    });
    const owner = organization === "" ? "" : `/organizations/${organization}`;
    html(agreePage(`${github}${owner}/settings/apps/new`, manifest, template));
  };
}

function takeCode(
  { api, file }: SetupSettings,
  done: (identity: Identity) => void,
  log: AppLog,
): Route {
  return async (request, response) => {
    const code = addressOf(request).searchParams.get("code") ?? "";
    if (!CODE.test(code)) return send(response, 400, "GitHub gave no code. Begin anew.\n");
    try {
      const { identity, installPage } = await registered(api, code);
      keepIdentity(file, identity);
      log.info("the app is registered, and what it signs in with is kept", { file });
      send(response, 302, "", { location: installPage, connection: "close" });
      done(identity);
    } catch (error) {
      log.error("the app could not be registered", errorFields(error));
      send(response, 502, "The app could not be registered; the log says why. Begin anew.\n");
    }
  };
}

async function registered(api: string, code: string) {
  const answer = await fetch(`${api}/app-manifests/${code}/conversions`, {
    method: "POST",
    headers: { accept: "application/vnd.github+json", "user-agent": "stage-gates" },
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) {
    throw new HelpfulError(
      "not-registered",
      `GitHub at \`${api}\` answered ${answer.status} to the code`,
      "it was used, or is older than an hour, or `GITHUB_API_URL` is not that of this GitHub: put that right, delete the app that GitHub made, and begin anew on the page",
    );
  }
  const { id, pem, webhook_secret, html_url } = (await answer.json()) as Readonly<
    Record<string, unknown>
  >;
  const texts = [pem, webhook_secret, html_url];
  if (!Number.isSafeInteger(id) || texts.some((text) => typeof text !== "string" || text === "")) {
    throw new Error("GitHub answered with less than an app");
  }
  const identity: Identity = {
    APP_ID: String(id),
    // The next start is to ask the same GitHub.
    ...(api !== GITHUB && { GITHUB_API_URL: api }),
    // One line, without quotes: all that reads such files reads it alike.
    PRIVATE_KEY: Buffer.from(String(pem)).toString("base64"),
    WEBHOOK_SECRET: String(webhook_secret),
  };
  return { identity, installPage: `${html_url}/installations/new` };
}

/** Where people look at what `api` is for. */
function pagesOf(api: string): string {
  return api === GITHUB ? "https://github.com" : api.replace(/\/api\/v3$/, "");
}

const HTML = { "content-type": "text/html; charset=utf-8" };

function send(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = { "content-type": "text/plain; charset=utf-8" },
): void {
  response.writeHead(status, {
    "cache-control": "no-store",
    // Its own address is a key.
    "referrer-policy": "strict-origin",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(text);
}

function addressOf({ url }: IncomingMessage): URL {
  return new URL(url ?? "/", "http://setup.invalid");
}
