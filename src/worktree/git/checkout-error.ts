/** Why a folder cannot be judged. */
export type CheckoutErrorCode =
  | "directory-missing"
  | "not-a-directory"
  | "git-missing"
  /** Git refuses a repository that belongs to another user. */
  | "git-ownership"
  | "git-elsewhere"
  | "git-failed"
  | "base-needs-git"
  | "base-invalid"
  | "base-unknown";

/** `message` is one sentence without its full stop; `help` is what to do, where that can be said. */
export class CheckoutError extends Error {
  readonly code: CheckoutErrorCode;
  readonly help: string | null;

  constructor(code: CheckoutErrorCode, message: string, help: string | null) {
    super(message);
    this.name = "CheckoutError";
    this.code = code;
    this.help = help;
  }
}
