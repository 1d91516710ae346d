import type { Command } from "commander";
import { running, type Start } from "./command-parts.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { ValidateOptions } from "./commands/validate.ts";

export function addValidate(program: Command, start: Start): void {
  program
    .command("validate")
    .summary("look for problems in a policy")
    .description(
      "Reads a policy, the packs it extends and its waivers, and shows every problem with its spot.",
    )
    .argument("[file]", "the policy; else .github/stage-gates.yml of the work tree")
    .option("--org-policy <file>", "the organization's policy, to merge it with")
    .action(
      running<ValidateOptions, [string | undefined]>(start, async (terminal, options, file) => {
        const { validate } = await import("./commands/validate.ts");
        return validate(file, options, terminal);
      }),
    );
}

export function addExplain(program: Command, start: Start): void {
  program
    .command("explain")
    .summary("show what the policy asks for, and why")
    .description(
      "Without an argument: the stages and their gates. With one: a gate's rules, or one rule or item with its settings and where each comes from.",
    )
    .argument("[what]", "a gate, a rule as <gate>/<rule>, or the id of an item")
    .option(
      "--policy [file]",
      "the policy, or the gate named, as merged with the origin of each value",
    )
    .option("--org-policy <file>", "the organization's policy, to merge it with")
    .action(
      running<ExplainOptions, [string | undefined]>(start, async (terminal, options, what) => {
        const { explain } = await import("./commands/explain.ts");
        return explain(what, options, terminal);
      }),
    );
}

export function addPacks(program: Command, start: Start): void {
  const packs = program.command("packs").summary("list the packs of gates that ship with it");
  packs.command("list", { isDefault: true, hidden: true }).action(
    running<object, []>(start, async (terminal) => {
      const { listPacks } = await import("./commands/packs.ts");
      return listPacks(terminal);
    }),
  );
  packs
    .command("show")
    .summary("show the gates and rules of a pack")
    .argument("<id>", "the pack")
    .action(
      running<object>(start, async (terminal, _, id) => {
        const { showPack } = await import("./commands/packs.ts");
        return showPack(id, terminal);
      }),
    );
}
