import { StoreError, type StoreErrorCode } from "../store-error.ts";

type Saying = readonly [StoreErrorCode, string, string];

const UNREACHABLE: Saying = [
  "store-unreachable",
  "cannot be reached",
  "start it, and look at host, port and network; a service that has started goes on by itself once it answers",
];
const DENIED: Saying = [
  "store-denied",
  "does not let this user in",
  "look at user, password and database in `DATABASE_URL`",
];

/** SQLSTATE codes or their classes, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const FAILURES: readonly (readonly [RegExp, Saying])[] = [
  [/^08|^57P0|^53300/, UNREACHABLE],
  [/^28|^3D000/, DENIED],
  [
    /^42501/,
    [
      "store-denied",
      "does not let this user make its tables",
      "as owner of the database run `create schema stage_gates authorization <user>`",
    ],
  ],
  [/^53100/, ["store-full", "cannot grow, the disk is full", "free space on the server's disk"]],
  [
    /^25006/,
    ["store-unwritable", "may only be read: it is a standby", "name the primary in `DATABASE_URL`"],
  ],
  [
    /^XX00[12]/,
    [
      "store-damaged",
      "has damaged data",
      "drop the schema `stage_gates`: all but the history is read from GitHub again",
    ],
  ],
  [
    /^55P03|^57014|^40/,
    [
      "store-busy",
      "did not answer in time",
      "look at what keeps the server busy; it is tried again",
    ],
  ],
];

const NETWORK =
  /ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|terminated|timeout|not queryable|closed the connection/i;

/** What `pg` threw, as the store says it. `place` names the server without user and password. */
export function postgresFailure(error: unknown, place: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const [code, problem, help] = sayingOf(error);
  return new StoreError(code, `The store ${place} ${problem}`, help, error);
}

function sayingOf(error: Error): Saying {
  const state = sqlState(error);
  const found = FAILURES.find(([pattern]) => state !== null && pattern.test(state));
  if (found !== undefined) return found[1];
  const text = state === null ? `${codeOf(error)} ${error.message}` : "";
  if (NETWORK.test(text)) return UNREACHABLE;
  return ["store-failed", `failed (${state ?? codeOf(error)})`, "look at the server's log"];
}

/** Undone by the server for reasons of time alone: the same again may go through. */
export function mayBeTriedAgain(error: unknown): boolean {
  return /^40001$|^40P01$/.test(sqlState(error) ?? "");
}

/** The tables are gone. */
export function isLost(error: unknown): boolean {
  return /^42P01$|^3F000$/.test(sqlState(error) ?? "");
}

/** Node's own codes, such as `ECONNREFUSED`, are longer than five characters. */
function sqlState(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** Host, port and database, for messages. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return "`DATABASE_URL`";
  const { host, pathname } = new URL(url);
  return `\`${host}${decodeURI(pathname)}\``;
}
