export const OWNERS_CODES = {
  "OWNERS-ROLE-MISSING": "A required role is not there",
  "OWNERS-DUPLICATE": "A role is there twice",
  "OWNERS-EMPTY": "A role has no owner, or a placeholder for one",
  "OWNERS-FORM": "The owner is no `@login` or `@org/team`",
  "OWNERS-SEVERAL": "One person is due and several are named",
  "OWNERS-KIND":
    "The owner is a team where a person is due, a person where a team is, a bot or an organization",
  "OWNERS-DENIED": "The policy does not let this owner hold the role",
  "OWNERS-UNKNOWN": "GitHub knows no such person or team",
  "OWNERS-TOO-FEW-MEMBERS": "The team has fewer members than required",
  "OWNERS-NO-ACCESS": "The owner lacks the required access to the repository",
  "OWNERS-BACKUP-MISSING": "A role has no backup",
  "OWNERS-BACKUP-SAME": "The backup of a role is its owner",
  "OWNERS-ESCALATION-MISSING": "A role has no escalation path",
  "OWNERS-TOO-MANY-ROLES": "One person holds more roles than allowed",
  "OWNERS-CODEOWNERS-LINE": "GitHub ignores a line of CODEOWNERS",
} as const;

export type OwnersCode = keyof typeof OWNERS_CODES;
