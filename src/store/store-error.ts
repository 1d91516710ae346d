/** Why the store cannot do what it was asked. */
export type StoreErrorCode =
  /** Another process holds the file, or another connection what is to be changed. */
  | "store-in-use"
  | "store-busy"
  | "store-full"
  | "store-damaged"
  /** It was written by a newer version of this program. */
  | "store-newer"
  /** There is something else where the store should be. */
  | "store-foreign"
  | "store-network-disk"
  | "store-unwritable"
  | "store-unreachable"
  | "store-denied"
  | "store-closed"
  /** What it was given breaks a limit of the port: a mistake of the caller. */
  | "store-invalid"
  | "store-failed";

/**
 * `message` is one sentence without its full stop, `help` is what to do. Neither holds a password
 * or a text from a repository.
 */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly help: string;

  constructor(code: StoreErrorCode, message: string, help: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.code = code;
    this.help = help;
  }
}
