/** What `init` asks. */
export interface Answers {
  /** The branch that promotions are merged into. */
  readonly branch: string;
  /** A glob of folders, each a service; `null` where the repository is one service. */
  readonly services: string | null;
  /** `null` for the few gates to start from. */
  readonly pack: string | null;
  /** `@login` or `@org/team`; nobody named means everybody with admin permission. */
  readonly approvers: readonly string[];
}

export const STAGE = "production";

/** `@ana, @acme/release-managers` as a list; `null` where something in it is neither. */
export function parseApprovers(text: string): readonly string[] | null {
  const names = text.split(/[\s,]+/).filter((name) => name !== "");
  const isName = /^@?[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9][\w.-]*)?$/;
  return names.every((name) => isName.test(name))
    ? names.map((name) => `@${name.replace(/^@/, "")}`)
    : null;
}

/** A branch that promotions likely go to: `production` where nothing says otherwise. */
export function likelyBranch(branches: readonly string[]): string {
  const usual = ["production", "prod", "release", "live"];
  return usual.find((name) => hasBranch(branches, name)) ?? "production";
}

/** Whether it is there, here or at `origin`. */
export function hasBranch(branches: readonly string[], name: string): boolean {
  return branches.includes(name) || branches.includes(`origin/${name}`);
}
