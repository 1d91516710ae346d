import { describe, expect, it } from "vitest";
import type { AccountFact, FactAnswer, FactRequest, TeamFact } from "../../../src/model/fact.ts";
import { factKey } from "../../../src/model/fact.ts";
import type { Role } from "../../../src/model/policy.ts";
import type { FactReader } from "../../../src/model/ports.ts";
import { holdersAmong, holdsRole, isAuthor, roleOf } from "../../../src/rules/people/authority.ts";
import { pullRequest } from "../../support/pull-request.ts";

type Answers = Readonly<Record<string, AccountFact | TeamFact>>;

/** Answers `@ana` and `@acme/risk` from the table, nothing else, and keeps what was asked. */
function readerOf(answers: Answers) {
  const asked = new Set<string>();
  const reader: FactReader<"account" | "team"> = {
    read(kind, about) {
      const request = { kind, ...about } as FactRequest<"account" | "team">;
      asked.add(factKey(request));
      const name = request.kind === "account" ? request.login : request.team;
      return (answers[name] ?? null) as FactAnswer<typeof kind> | null;
    },
  };
  return { reader, asked };
}

const user = (
  access: "none" | "read" | "triage" | "write" | "maintain" | "admin",
): AccountFact => ({
  state: "user",
  access,
});
const role = (given: Partial<Role>): Role => ({ users: [], teams: [], permission: null, ...given });
const team = (...members: string[]): TeamFact => ({ state: "team", members, access: "write" });

describe("who holds a role", () => {
  const rows: readonly {
    readonly name: string;
    readonly role: Partial<Role>;
    readonly facts: Answers;
    readonly holds: boolean | null;
  }[] = [
    {
      name: "a user with write access",
      role: { users: ["ana"] },
      facts: { ana: user("write") },
      holds: true,
    },
    {
      name: "a user, whatever the case",
      role: { users: ["Ana"] },
      facts: { ana: user("admin") },
      holds: true,
    },
    {
      name: "a user who may only read",
      role: { users: ["ana"] },
      facts: { ana: user("read") },
      holds: false,
    },
    {
      name: "a user who may only triage",
      role: { users: ["ana"] },
      facts: { ana: user("triage") },
      holds: false,
    },
    {
      name: "a user who has left",
      role: { users: ["ana"] },
      facts: { ana: user("none") },
      holds: false,
    },
    {
      name: "an account that is gone",
      role: { users: ["ana"] },
      facts: { ana: { state: "absent" } },
      holds: false,
    },
    {
      name: "an organization",
      role: { users: ["ana"] },
      facts: { ana: { state: "organization", access: "admin" } },
      holds: false,
    },
    { name: "nobody named", role: {}, facts: { ana: user("admin") }, holds: false },
    {
      name: "a team's member",
      role: { teams: ["acme/risk"] },
      facts: { ana: user("write"), "acme/risk": team("raj", "ANA") },
      holds: true,
    },
    {
      name: "a team's member without write access",
      role: { teams: ["acme/risk"] },
      facts: { ana: user("read"), "acme/risk": team("ana") },
      holds: false,
    },
    {
      name: "no member of the team",
      role: { teams: ["acme/risk"] },
      facts: { ana: user("write"), "acme/risk": team("raj") },
      holds: false,
    },
    {
      name: "a team that is gone",
      role: { teams: ["acme/risk"] },
      facts: { ana: user("write"), "acme/risk": { state: "absent" } },
      holds: false,
    },
    {
      name: "a team not known yet",
      role: { teams: ["acme/risk"] },
      facts: { ana: user("write") },
      holds: null,
    },
    { name: "an account not known yet", role: { users: ["ana"] }, facts: {}, holds: null },
    {
      name: "enough permission",
      role: { permission: "maintain" },
      facts: { ana: user("admin") },
      holds: true,
    },
    {
      name: "exactly the permission",
      role: { permission: "maintain" },
      facts: { ana: user("maintain") },
      holds: true,
    },
    {
      name: "too little permission",
      role: { permission: "admin" },
      facts: { ana: user("maintain") },
      holds: false,
    },
    {
      name: "a bot by permission",
      role: { permission: "write" },
      facts: { ana: { state: "bot", access: "admin" } },
      holds: false,
    },
    {
      name: "a bot the policy names",
      role: { users: ["ana"] },
      facts: { ana: { state: "bot", access: "write" } },
      holds: true,
    },
  ];
  it.each(rows)("$name: $holds", ({ role: given, facts, holds }) => {
    expect(holdsRole(readerOf(facts).reader, role(given), "ana")).toBe(holds);
  });

  it("asks for no team where the account alone may decide", () => {
    const { reader, asked } = readerOf({});
    holdsRole(reader, role({ users: ["ana"], teams: ["acme/risk"] }), "ana");
    holdsRole(reader, role({ permission: "admin", teams: ["acme/risk"] }), "ana");
    expect([...asked].filter((key) => key.startsWith("team"))).toEqual([]);
  });

  it("asks for account and team in one round where the team will be needed", () => {
    const { reader, asked } = readerOf({});
    holdsRole(reader, role({ teams: ["acme/risk"] }), "ana");
    expect(asked.size).toBe(2);
  });
});

describe("the holders among some logins", () => {
  const roles = { risk: role({ users: ["ana"] }), release: role({ permission: "admin" }) };
  const facts = { ana: user("write"), raj: user("admin"), eve: user("write") };

  it("are those that hold at least one of the roles, in the order given", () => {
    const { reader } = readerOf(facts);
    expect(holdersAmong(reader, ["risk", "release"], roles, ["eve", "raj", "ana"])).toEqual([
      "raj",
      "ana",
    ]);
  });

  it("are unknown while one of them is", () => {
    const { reader, asked } = readerOf({ ana: user("write") });
    expect(holdersAmong(reader, ["release"], roles, ["raj", "eve", "ana"])).toBeNull();
    expect(asked.size).toBe(3);
  });

  it("are asked about only where an answer could make them one", () => {
    const { reader, asked } = readerOf({ ana: user("write") });
    expect(holdersAmong(reader, ["risk"], roles, ["raj", "eve", "ana"])).toEqual(["ana"]);
    expect(asked.size).toBe(1);
  });

  it("hold no role that the policy does not have, not even `constructor`", () => {
    const { reader } = readerOf(facts);
    expect(holdersAmong(reader, ["constructor", "toString"], roles, ["ana"])).toEqual([]);
    expect(roleOf(roles, "constructor")).toBeNull();
    expect(roleOf(roles, "risk")).toBe(roles.risk);
  });
});

it("an author is whoever opened the pull request or pushed to it last, whatever the case", () => {
  const pull = pullRequest({ authors: ["otto", "Pia"] });
  expect(["OTTO", "pia", "ana"].map((login) => isAuthor(pull, login))).toEqual([true, true, false]);
});
