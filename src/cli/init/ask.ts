import process from "node:process";
import { isCancel, select, text } from "@clack/prompts";
import { UsageError } from "../usage-error.ts";
import { type Answers, parseApprovers } from "./answers.ts";

/** Questions and their frames go to stderr: stdout holds what was written. */
const output = process.stderr;

/** The four questions. Enter takes the default of each. */
export async function ask(
  defaults: Answers,
  packs: readonly string[],
  titleOf: (id: string) => string,
): Promise<Answers> {
  const branch = await answered(
    text({
      message: "Which branch are promotions merged into?",
      initialValue: defaults.branch,
      validate: (value = "") =>
        /^[^-\s~^:?*[\\][^\s~^:?*[\\]*$/.test(value) ? undefined : "the name of one branch",
      output,
    }),
  );
  const services = await answered(
    text({
      message: "Which folders are services of their own? None: the repository is one.",
      placeholder: "empty: the whole repository; or a glob, e.g. services/*",
      defaultValue: "",
      output,
    }),
  );
  const pack = await answered(
    select({
      message:
        "Which gates? A pack is a whole playbook, often over a hundred steps; a few to start from are about ten.",
      options: [
        ...packs.map((id) => ({ value: id, label: id, hint: titleOf(id) })),
        { value: "", label: "a few to start from", hint: "ownership, operations, rollback" },
      ],
      initialValue: defaults.pack ?? "",
      output,
    }),
  );
  const approvers = await answered(
    text({
      message: "Who may grant waivers and approve changes of the policy?",
      placeholder: "@login, @org/team; empty: everybody with admin permission",
      defaultValue: "",
      validate: (value = "") =>
        parseApprovers(value) === null ? "names such as @ana or @acme/release-managers" : undefined,
      output,
    }),
  );
  return {
    branch,
    services: services.trim() === "" ? null : services.trim(),
    pack: pack === "" ? null : pack,
    approvers: parseApprovers(approvers) ?? [],
  };
}

async function answered<Value>(prompt: Promise<Value>): Promise<Exclude<Value, symbol>> {
  const value = await prompt;
  if (isCancel(value)) throw new UsageError("stopped, nothing was written");
  // Sound: the only symbol there is says that it was cancelled.
  return value as Exclude<Value, symbol>;
}
