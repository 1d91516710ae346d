import { z } from "zod";

const name = z.string().trim().min(1);
const demanded = z.enum(["required", "recommended"]);

const role = z.strictObject({
  role: name.describe("The role, as the first column of the table says it."),
  aliases: z.array(name).default([]).describe("Other names the role may have."),
  deny: z
    .array(name)
    .default([])
    .describe("Logins and teams that may not hold it, such as `ai-coe`."),
  path: name
    .optional()
    .describe(
      "With `source: codeowners`: whose owner holds the role; a folder ends with `/`. `{service}` and `{path}` are filled in.",
    ),
});

export const ownersOptions = z.strictObject({
  roles: z
    .array(z.union([name, role]))
    .min(1)
    .refine((roles) => new Set(roles.map(roleName)).size === roles.length, "one role stands twice")
    .describe("Roles that must be held, by name or as a map that says more."),
  kind: z
    .enum(["person", "team", "any"])
    .optional()
    .describe("What may hold a role. Set, every holder must exist on GitHub."),
  individual: z
    .boolean()
    .default(false)
    .describe("`true` is `kind: person`: one person for each role, no team, no bot."),
  min_members: z.number().int().min(1).optional().describe("Members a team must have."),
  access: z
    .enum(["read", "write"])
    .optional()
    .describe("Access to the repository every holder must have."),
  deny: z.array(name).default([]).describe("Logins and teams that may hold none of the roles."),
  backup: demanded
    .optional()
    .describe("Whether each role needs a backup: `required` fails, `recommended` warns."),
  escalation: demanded
    .optional()
    .describe("Whether each role needs an escalation path: `required` fails, `recommended` warns."),
  max_roles_per_person: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe("More roles in one hand than this warn."),
  source: name
    .default("table")
    .describe(
      "`table` in the readiness document, `codeowners` of the base branch, or the path of a YAML or JSON file.",
    ),
  heading: name
    .optional()
    .describe("Heading of the section with the table; goes before the gate's."),
});

export type OwnersOptions = z.output<typeof ownersOptions>;

export interface RoleDemand {
  readonly role: string;
  /** Names it may have, itself first. */
  readonly names: readonly string[];
  readonly deny: readonly string[];
  readonly path: string | null;
}

export function roleDemand(entry: OwnersOptions["roles"][number]): RoleDemand {
  if (typeof entry === "string") return { role: entry, names: [entry], deny: [], path: null };
  const { role, aliases, deny, path } = entry;
  return { role, names: [role, ...aliases], deny, path: path ?? null };
}

/** `null` where the policy leaves it open and GitHub is not asked. */
export function kindOf({ individual, kind }: OwnersOptions): "person" | "team" | "any" | null {
  return individual ? "person" : (kind ?? null);
}

function roleName(entry: string | z.output<typeof role>): string {
  return typeof entry === "string" ? entry : entry.role;
}
