import { Command } from "commander";
import { addBaseline, addImport, addInit, addScaffold } from "./adoption-commands.ts";
import type { Start } from "./command-parts.ts";
import { addDoctor, addProtect } from "./github-commands.ts";
import { addCheck, addNext } from "./judging-commands.ts";
import { addExplain, addPacks, addValidate } from "./policy-commands.ts";

/**
 * The command line. A command is loaded when it runs: what it takes to understand the arguments is
 * all that every start pays for.
 */
export function buildProgram(version: string, start: Start): Command {
  const program = new Command("stage-gates")
    .description("Tells whether a promotion would pass its gates, and what is missing where.")
    .helpCommand("help [command]", "show what a command does and takes")
    .version(version, "-V, --version", "show the version")
    .showHelpAfterError("`--help` shows what there is")
    .addHelpText("after", "\nExit codes: 0 it may pass, 1 it is blocked, 2 there is no verdict.")
    .exitOverride();
  for (const add of [
    addCheck,
    addNext,
    addValidate,
    addExplain,
    addInit,
    addImport,
    addBaseline,
    addScaffold,
    addPacks,
    addDoctor,
    addProtect,
  ]) {
    add(program, start);
  }
  for (const command of [program, ...program.commands]) addColor(command);
  return program;
}

function addColor(command: Command): void {
  // Both forms: with the negative one alone, colour would count as asked for.
  command.option("--color", "colour the output, also where it is no terminal");
  command.option("--no-color", "do not colour the output");
}
