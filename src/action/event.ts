import { dataAt } from "../github/answer-data.ts";

/** What a workflow run is about: the event says only which pull request, everything else is read again. */
export type Subject =
  | {
      readonly kind: "pull";
      readonly number: number;
      /** The comment just written, which may hold a command to answer. */
      readonly comment: string | null;
    }
  /** All open promotions. */
  | { readonly kind: "all" }
  | { readonly kind: "merge-group"; readonly head: string; readonly base: string }
  /** Nothing to do, and why. */
  | { readonly kind: "nothing"; readonly why: string };

/** An event or an input that cannot be worked on. `message` says what to change. */
export class InputError extends Error {}

/**
 * @param name `GITHUB_EVENT_NAME`
 * @param payload the event as GitHub wrote it; nobody has looked at it yet
 * @param wanted input `pr`, where it was given
 */
export function subjectOf(name: string, payload: unknown, wanted: number | null): Subject {
  if (wanted !== null) return { kind: "pull", number: wanted, comment: null };
  const event = new Payload(payload);
  switch (name) {
    case "pull_request":
    case "pull_request_target":
    case "pull_request_review":
      return { kind: "pull", number: event.pull("pull_request", "number"), comment: null };
    case "issue_comment": {
      if (event.at("issue", "pull_request") === undefined) {
        return { kind: "nothing", why: "the comment is on an issue, not on a pull request" };
      }
      // Only what was just written is a command; what was edited or deleted only takes away.
      const isNew = event.at("action") === "created";
      const comment = isNew ? String(event.number("comment", "id")) : null;
      return { kind: "pull", number: event.pull("issue", "number"), comment };
    }
    case "merge_group":
      return {
        kind: "merge-group",
        head: event.text("merge_group", "head_sha"),
        base: event.text("merge_group", "base_ref").replace(/^refs\/heads\//, ""),
      };
    case "push":
    case "schedule":
      return { kind: "all" };
    case "workflow_dispatch": {
      const number = event.at("inputs", "pr");
      if (number === undefined || number === null || number === "") return { kind: "all" };
      return { kind: "pull", number: pullNumber(String(number)), comment: null };
    }
    default:
      throw new InputError(
        `the event \`${name}\` says nothing about a promotion; run on \`pull_request_target\`, \`pull_request_review\`, \`issue_comment\`, \`merge_group\`, \`push\`, \`schedule\` or \`workflow_dispatch\``,
      );
  }
}

/** GitHub takes no larger one, and refuses the whole question instead of finding nothing. */
const LARGEST_NUMBER = 2 ** 31 - 1;

/** @throws {InputError} where the text is no number of a pull request. */
export function pullNumber(text: string): number {
  const number = Number(/^#?([1-9]\d{0,9})$/.exec(text.trim())?.[1]);
  if (number <= LARGEST_NUMBER) return number;
  throw new InputError(`\`${text}\` is no number of a pull request; give one such as \`12\``);
}

class Payload {
  readonly #payload: unknown;

  constructor(payload: unknown) {
    this.#payload = payload;
  }

  at(...path: readonly string[]): unknown {
    return dataAt(this.#payload, ...path);
  }

  pull(...path: readonly string[]): number {
    return pullNumber(String(this.number(...path)));
  }

  number(...path: readonly string[]): number {
    const value = this.at(...path);
    if (Number.isSafeInteger(value) && (value as number) > 0) return value as number;
    throw new InputError(
      `the event has no \`${path.join(".")}\`, so nobody knows what it is about`,
    );
  }

  text(...path: readonly string[]): string {
    const value = this.at(...path);
    if (typeof value === "string" && value !== "") return value;
    throw new InputError(
      `the event has no \`${path.join(".")}\`, so nobody knows what it is about`,
    );
  }
}
