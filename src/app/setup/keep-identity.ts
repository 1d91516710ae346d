import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";

/** What the app signs in with, by the names of the settings. */
export interface Identity {
  readonly APP_ID: string;
  readonly PRIVATE_KEY: string;
  readonly WEBHOOK_SECRET: string;
  /** Where it is not that of github.com. */
  readonly GITHUB_API_URL?: string;
}

/** Only whoever runs the service reads it. */
const OWN = 0o600;

/** Throws where the file could not be kept: better before an app is registered than after. */
export function tryToKeep(file: string): void {
  closeSync(openSync(file, "a", OWN));
}

/** Adds what the app signs in with to the file, which keeps what else is in it. */
export function keepIdentity(file: string, identity: Identity): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const kept = before.split("\n").filter((line) => {
    const [name = ""] = line.split("=");
    return line.trim() !== "" && !Object.hasOwn(identity, name.trim());
  });
  const lines = Object.entries(identity).map(([name, value]) => `${name}=${value}`);
  const next = `${file}.new`;
  writeFileSync(next, `${[...kept, ...lines].join("\n")}\n`, { mode: OWN });
  chmodSync(next, OWN);
  renameSync(next, file);
}
