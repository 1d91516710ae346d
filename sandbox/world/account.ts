export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
  readonly name: string | null;
}

export interface Team {
  readonly id: number;
  /** Login of the organization. */
  readonly organization: string;
  readonly slug: string;
  readonly name: string;
  /** Logins. */
  readonly members: Set<string>;
}

/** From least to most; what one may do includes what the ones before may. */
export const ACCESS = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Access = (typeof ACCESS)[number];

export function atLeast(access: Access, wanted: Access): boolean {
  return ACCESS.indexOf(access) >= ACCESS.indexOf(wanted);
}
