import { readComments } from "../../src/commands/read-comments.ts";
import type { CommandComment, SignOffCommand } from "../../src/model/command.ts";
import type { Access, PullRequestFact, Review } from "../../src/model/fact.ts";
import type { MemorySource } from "./memory-source.ts";

/** Commits by a letter: 40 times the same hex digit. */
export function commit(digit: string): string {
  return digit.repeat(40);
}

export const HEAD = commit("a");

/** `approved ana a` (by whom, on which commit), with `dismissed` behind where it was. */
export function review(text: string, submittedAt = "2026-09-29T10:00:00Z"): Review {
  const [state = "", author = "", at = "a", dismissed] = text.split(" ");
  return {
    id: `${text} ${submittedAt}`,
    author,
    state: state as Review["state"],
    commit: commit(at),
    submittedAt: Date.parse(submittedAt),
    dismissed: dismissed === "dismissed",
  };
}

/** A sign-off, `security ana a`; the commit may also be given whole, or apart as it was typed. */
export function comment(
  text: string,
  createdAt = "2026-09-29T10:00:00Z",
  typed?: string,
): CommandComment<SignOffCommand> {
  const [role = "", author = "", at = "a"] = text.split(" ");
  return {
    id: `${text} ${createdAt}`,
    author,
    createdAt: Date.parse(createdAt),
    command: { verb: "sign-off", role, commit: typed ?? (at.length === 1 ? commit(at) : at) },
    void: false,
  };
}

/** What somebody wrote in a comment, as far as it is commands. */
export function said(
  author: string,
  body: string,
  createdAt = "2026-09-29T10:00:00Z",
): readonly CommandComment[] {
  const at = Date.parse(createdAt);
  const whole = { edited: false, minimised: false, void: false };
  const id = `${author} ${createdAt} ${body}`;
  return readComments([{ id, author, by: "person", createdAt: at, body, ...whole }]);
}

export function pullRequest(given: Partial<PullRequestFact> = {}): PullRequestFact {
  return {
    number: 482,
    head: HEAD,
    openedAt: Date.parse("2026-09-28T09:00:00Z"),
    authors: ["otto"],
    reviews: [],
    commands: [],
    baseChangedAt: null,
    ...given,
  };
}

/** People with their access; whoever is not named has none. */
export function withPeople(
  source: MemorySource,
  people: Readonly<Record<string, Access | "bot">>,
): MemorySource {
  for (const [login, access] of Object.entries(people)) {
    source.with<"account">(
      { kind: "account", login },
      access === "bot" ? { state: "bot", access: "write" } : { state: "user", access },
    );
  }
  return source;
}

/** Reviews one minute after the other, in the order given. */
export function inTurn(...texts: readonly string[]): readonly Review[] {
  return texts.map((text, index) =>
    review(text, `2026-09-29T10:${String(index).padStart(2, "0")}:00Z`),
  );
}
