import { z } from "zod";

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
  readonly problem: string;
}

/** Shorter secrets can be guessed by trying. */
const SHORTEST_SECRET = 16;
const DEVELOPMENT = "development";

const number = (least: number, most: number, standard: number) =>
  z.coerce
    .number(`is a number from ${least} to ${most}`)
    .int(`is a whole number from ${least} to ${most}`)
    .min(least, `is at least ${least}`)
    .max(most, `is at most ${most}`)
    .default(standard);

const ENVIRONMENT = z.object({
  APP_ID: z.coerce
    .number("is the number of the app, from its settings on GitHub")
    .int("is the number of the app, from its settings on GitHub")
    .positive("is the number of the app, from its settings on GitHub"),
  PRIVATE_KEY: z
    .string("is the private key of the app, as PEM or PEM in base64")
    .transform(asPem)
    .refine(isPem, "is the private key of the app, as PEM or PEM in base64"),
  WEBHOOK_SECRET: z
    .string("is the secret of the app's webhook; two are separated by a comma, the new one first")
    .transform((text) => text.split(",").map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.every((secret) => secret.length >= SHORTEST_SECRET),
      `has a secret of fewer than ${SHORTEST_SECRET} characters; make one with \`openssl rand -hex 32\``,
    )
    .refine((secrets) => !secrets.includes(DEVELOPMENT), "is a secret that everybody knows"),
  GITHUB_API_URL: z
    .url("is an address such as https://api.github.com")
    .default("https://api.github.com"),
  HOST: z.string().default("0.0.0.0"),
  PORT: number(0, 65_535, 3000),
  DATABASE_URL: z.string().optional(),
  STORE_FILE: z.string().default("data/stage-gates.db"),
  AT_ONCE: number(1, 100, 16),
  DEBOUNCE_MS: number(0, 60_000, 1_000),
  SWEEP_MINUTES: number(1, 1_440, 10),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], "is `debug`, `info`, `warn` or `error`")
    .default("info"),
});

/** Reads the environment. All that is wrong is told at once; values are never repeated. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
):
  | { readonly state: "read"; readonly settings: Settings }
  | { readonly state: "invalid"; readonly problems: readonly SettingProblem[] } {
  // What is there and empty was meant to be left out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = ENVIRONMENT.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => {
      return { name: String(path[0]), problem: message };
    });
    return { state: "invalid", problems };
  }
  const { data } = read;
  return {
    state: "read",
    settings: {
      app: data.APP_ID,
      privateKey: data.PRIVATE_KEY,
      secrets: data.WEBHOOK_SECRET,
      api: data.GITHUB_API_URL.replace(/\/+$/, ""),
      host: data.HOST,
      port: data.PORT,
      store: data.DATABASE_URL ?? data.STORE_FILE,
      atOnce: data.AT_ONCE,
      debounce: data.DEBOUNCE_MS,
      sweepEvery: data.SWEEP_MINUTES * 60_000,
      logLevel: data.LOG_LEVEL,
    },
  };
}

/** Environments that hold one line have the key in base64, or with `\n` for its line ends. */
function asPem(text: string): string {
  const lines = text.replaceAll("\\n", "\n").trim();
  return isPem(lines) ? lines : Buffer.from(lines, "base64").toString("utf8").trim();
}

function isPem(text: string): boolean {
  return /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n[\s\S]+\n-----END [A-Z ]*PRIVATE KEY-----$/.test(
    text,
  );
}
