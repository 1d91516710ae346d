import type { CommandComment } from "../model/command.ts";
import { parseCommands } from "./parse-commands.ts";

/** A comment of the pull request, as GitHub has it now. */
export interface PostedComment {
  readonly id: string;
  readonly author: string;
  /** `person`: an account of a person that wrote it itself, not through an app. */
  readonly by: "person" | "bot" | "app";
  readonly createdAt: number;
  readonly body: string;
  /** Ever, by whomever. */
  readonly edited: boolean;
  readonly minimised: boolean;
  /** It carries our reaction that its waivers were taken back. */
  readonly void: boolean;
}

/** Whether its commands may count: it is as a person wrote it. */
export function counts({ by, edited, minimised }: PostedComment): boolean {
  return by === "person" && !edited && !minimised;
}

/**
 * The commands of the comments that may count: written by people, never edited, not hidden. Who of
 * them may ask for what is judged elsewhere; so the order of the comments makes no difference.
 */
export function readComments(comments: readonly PostedComment[]): readonly CommandComment[] {
  return comments
    .filter(counts)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, author, createdAt, body, void: isVoid }) =>
      parseCommands(body).flatMap((parsed) =>
        parsed.state === "command"
          ? [{ id, author, createdAt, command: parsed.command, void: isVoid }]
          : [],
      ),
    );
}
