import type { Logger } from "pino";

/** Fields of a line: plain values only, and never a text from a repository or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface AppLog {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** What Probot writes to: it names requests and their status. */
  readonly forProbot: Logger;
}
