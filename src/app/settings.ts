import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import type { SetupSettings } from "./setup/run-setup.ts";

/** How the service runs. All of it comes from the environment. */
export interface Settings {
  readonly app: number;
  /** PEM. */
  readonly privateKey: string;
  /** The first is the newest. */
  readonly secrets: readonly string[];
  readonly api: string;
  readonly host: string;
  readonly port: number;
  readonly metricsHost: string;
  readonly metricsPort: number;
  /** Address of PostgreSQL, or path of a file. */
  readonly store: string;
  readonly atOnce: number;
  /** How long to wait for more events before something is looked at, in milliseconds. */
  readonly debounce: number;
  /** Milliseconds between two looks at everything. */
  readonly sweepEvery: number;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

/** Something that has to be said before the service can start. */
export interface SettingProblem {
  readonly name: string;
  /** Goes on from the name: `is missing`. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Shorter secrets can be guessed by trying. */
const SHORTEST_SECRET = 16;
const DEVELOPMENT = "development";

const APP_NUMBER = "is not the number of an app";
const KEY = "is not a private key";
const SECRETS = "has a secret that is";

const number = (least: number, most: number, standard: number) =>
  z.coerce
    .number(`is not a number from ${least} to ${most}`)
    .int(`is not a whole number from ${least} to ${most}`)
    .min(least, `is less than ${least}`)
    .max(most, `is more than ${most}`)
    .default(standard);

/** By the name in the environment; the descriptions are the table in `docs/operations.md`. */
export const ENVIRONMENT = z.object({
  APP_ID: z.coerce
    .number(APP_NUMBER)
    .int(APP_NUMBER)
    .positive(APP_NUMBER)
    .describe("the number of the app, `App ID` on its page of settings on GitHub"),
  PRIVATE_KEY: z
    .string(KEY)
    .transform(asPem)
    .refine(isPem, KEY)
    .refine(isWholeKey, "is not a whole private key without a passphrase")
    .describe(
      "the private key of the app: the `.pem` file that GitHub gave, as it is, on one line with `\\n` for its line ends, or in base64",
    ),
  WEBHOOK_SECRET: z
    .string("is no text")
    .transform((text) => text.split(",").map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.every((secret) => secret.length >= SHORTEST_SECRET),
      `${SECRETS} shorter than ${SHORTEST_SECRET} characters`,
    )
    .refine((secrets) => !secrets.includes(DEVELOPMENT), `${SECRETS} known to everybody`)
    .describe(
      "the secret of the app's webhook, from `openssl rand -hex 32`; while it is being replaced two with a comma between them, the new one first",
    ),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/, error: "is no address" })
    .refine(
      (address) => !/^https:\/\/(?!api\.)[^/]+\/*$/i.test(address),
      "is an address of GitHub's pages, not of its REST API",
    )
    .refine((address) => !/^[a-z]+:\/\/[^/]*@/i.test(address), "is an address with a password")
    .default("https://api.github.com")
    .describe("the REST API; of GitHub Enterprise Server `https://<host>/api/v3`"),
  HOST: z.string().default("0.0.0.0").describe("the address to listen on"),
  PORT: number(0, 65_535, 3000).describe("the port for deliveries, `/healthz` and `/readyz`"),
  METRICS_HOST: z
    .string()
    .default("127.0.0.1")
    .describe("the address to offer `/metrics` on; `0.0.0.0` lets other machines read them"),
  METRICS_PORT: number(0, 65_535, 9464).describe(
    "the port for `/metrics`; 0 takes any that is free",
  ),
  SETUP_HOST: z
    .string()
    .default("127.0.0.1")
    .describe("the address to listen on while there is no app yet"),
  ENV_FILE: z
    .string()
    .default(".env")
    .describe(
      "the file in which the first run keeps `APP_ID`, `PRIVATE_KEY`, `WEBHOOK_SECRET`, and `GITHUB_API_URL` if that is set",
    ),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "is no address of PostgreSQL")
    .optional()
    .describe("`postgres://<user>:<password>@<host>/<database>`, for more than one replica"),
  STORE_FILE: z
    .string()
    .default("data/stage-gates.db")
    .describe("the file of SQLite where there is no `DATABASE_URL`; on a disk of this machine"),
  AT_ONCE: number(1, 100, 32).describe("how many pull requests are looked at at once"),
  DEBOUNCE_MS: number(0, 60_000, 1_000).describe(
    "milliseconds to wait for more events about a pull request before it is looked at",
  ),
  SWEEP_MINUTES: number(1, 1_440, 10).describe("minutes between two looks at everything"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], "is no level")
    .default("info")
    .describe("`debug`, `info`, `warn` or `error`: what is less than that is not logged"),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing is there that says which app this is: it was never started before. */
export function isFirstRun(env: Environment): boolean {
  return [env.APP_ID, env.PRIVATE_KEY, env.WEBHOOK_SECRET].every((value) => !value);
}

type Read<Value> =
  | { readonly state: "read"; readonly settings: Value }
  | { readonly state: "invalid"; readonly problems: readonly SettingProblem[] };

/** Reads the environment. All that is wrong is told at once; values are never repeated. */
export function readSettings(env: Environment): Read<Settings> {
  return read(ENVIRONMENT, env, (data) => ({
    app: data.APP_ID,
    privateKey: data.PRIVATE_KEY,
    secrets: data.WEBHOOK_SECRET,
    api: withoutSlash(data.GITHUB_API_URL),
    host: data.HOST,
    port: data.PORT,
    metricsHost: data.METRICS_HOST,
    metricsPort: data.METRICS_PORT,
    store: data.DATABASE_URL ?? data.STORE_FILE,
    atOnce: data.AT_ONCE,
    debounce: data.DEBOUNCE_MS,
    sweepEvery: data.SWEEP_MINUTES * 60_000,
    logLevel: data.LOG_LEVEL,
  }));
}

const SETUP = ENVIRONMENT.pick({
  ...{ GITHUB_API_URL: true, PORT: true, SETUP_HOST: true, ENV_FILE: true, LOG_LEVEL: true },
});

/** What counts while there is no app yet. */
export function readSetupSettings(
  env: Environment,
): Read<SetupSettings & Pick<Settings, "logLevel">> {
  return read(SETUP, env, (data) => ({
    api: withoutSlash(data.GITHUB_API_URL),
    host: data.SETUP_HOST,
    port: data.PORT,
    file: data.ENV_FILE,
    logLevel: data.LOG_LEVEL,
  }));
}

function read<Schema extends z.ZodObject, Value>(
  schema: Schema,
  env: Environment,
  settingsOf: (data: z.output<Schema>) => Value,
): Read<Value> {
  // What is there and empty was meant to be left out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const { data, error } = schema.safeParse(given);
  if (error === undefined) return { state: "read", settings: settingsOf(data) };
  // One for each name: the first that is wrong with it.
  const problems = new Map<string, SettingProblem>();
  for (const { path, message } of error.issues) {
    const name = String(path[0]) as keyof typeof ENVIRONMENT.shape;
    const problem = given[name] === undefined ? "is missing" : message;
    const fix = `set it to ${ENVIRONMENT.shape[name].description}`;
    if (!problems.has(name)) problems.set(name, { name, problem, fix });
  }
  return { state: "invalid", problems: [...problems.values()] };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, "");
}

/** Environments that hold one line have the key in base64, or with `\n` for its line ends. */
function asPem(text: string): string {
  const lines = withLines(text.replaceAll("\\n", "\n"));
  return isPem(lines) ? lines : withLines(Buffer.from(lines, "base64").toString("utf8"));
}

function withLines(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

function isPem(text: string): boolean {
  return /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n[\s\S]+\n-----END [A-Z ]*PRIVATE KEY-----$/.test(
    text,
  );
}

/** What lost a line while it was copied, or is locked by a passphrase, would only be found out by GitHub's no. */
function isWholeKey(pem: string): boolean {
  if (!isPem(pem)) return false;
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}
