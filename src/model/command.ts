import type { Waived } from "./policy.ts";

/** What a comment asks for with a line such as `/gate recheck`, arguments checked in form only. */
export type Command =
  | WaiveCommand
  | UnwaiveCommand
  | SignOffCommand
  | UnfreezeCommand
  | BreakGlassCommand
  | { readonly verb: "recheck" }
  | { readonly verb: "explain"; readonly gate: string | null; readonly rule: string | null }
  | { readonly verb: "help" };

export type Verb = Command["verb"];

/** `codes: null`: it names none, and then it covers none. */
export interface WaiveCommand extends Waived {
  readonly verb: "waive";
}

export interface UnwaiveCommand {
  readonly verb: "unwaive";
  readonly gate: string;
  /** `null`: the gate and all of its rules. */
  readonly rule: string | null;
  /** `null`: all services. */
  readonly service: string | null;
}

export interface SignOffCommand {
  readonly verb: "sign-off";
  readonly role: string;
  /** As typed, in lower case. */
  readonly commit: string;
}

export interface UnfreezeCommand {
  readonly verb: "unfreeze";
  readonly commit: string;
  readonly reason: string;
}

export interface BreakGlassCommand {
  readonly verb: "break-glass";
  readonly commit: string;
  readonly reason: string;
}

/** One command of a comment by a person, created so and never edited or minimised. */
export interface CommandComment<C extends Command = Command> {
  /** Of the comment: several commands may share it, and then stand in their order. */
  readonly id: string;
  readonly author: string;
  readonly createdAt: number;
  readonly command: C;
  /** The comment carries our own mark that its waivers were taken back, which stays when the `unwaive` goes. */
  readonly void: boolean;
}

/** Those of the commands that ask for one thing. */
export function commandsOf<V extends Verb>(
  comments: readonly CommandComment[],
  verb: V,
): readonly CommandComment<Command & { readonly verb: V }>[] {
  const asks = (
    comment: CommandComment,
  ): comment is CommandComment<Command & { readonly verb: V }> => comment.command.verb === verb;
  return comments.filter(asks);
}

/** The line that says it, ready to paste. */
export function commandLine(command: Command): string {
  return ["/gate", command.verb, ...argumentsOf(command)].join(" ");
}

function argumentsOf(command: Command): readonly string[] {
  switch (command.verb) {
    case "waive":
      return [
        subject(command),
        ...option("service", command.service),
        "--until",
        command.until,
        ...option("codes", command.codes?.join(",") ?? null),
        "--reason",
        quoted(command.reason),
      ];
    case "unwaive":
      return [subject(command), ...option("service", command.service)];
    case "sign-off":
      return [command.role, command.commit];
    case "unfreeze":
    case "break-glass":
      return [command.commit, "--reason", quoted(command.reason)];
    case "explain":
      return command.gate === null ? [] : [subject({ ...command, gate: command.gate })];
    case "recheck":
    case "help":
      return [];
  }
}

function subject({ gate, rule }: { readonly gate: string; readonly rule: string | null }): string {
  return rule === null ? gate : `${gate}/${rule}`;
}

function option(name: string, value: string | null): readonly string[] {
  if (value === null) return [];
  return [`--${name}`, /^[\w.,<>/-]+$/.test(value) ? value : quoted(value)];
}

/** Quotes cannot be escaped: what a text of both kinds loses is the double ones. */
function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? `"${text.replaceAll('"', "'")}"` : `'${text}'`;
}
