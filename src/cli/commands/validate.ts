import { resolve } from "node:path";
import { POLICY_PATH } from "../../files/policy-file.ts";
import { renderNotes, renderProblems } from "../../render/problems.ts";
import { counted } from "../../render/sentence.ts";
import { openCheckout } from "../../worktree/checkout.ts";
import { checkoutSource } from "../../worktree/checkout-source.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openPolicy, type ValidPolicy } from "../open-policy.ts";
import type { Terminal } from "../terminal.ts";

export interface ValidateOptions {
  readonly orgPolicy?: string | undefined;
}

/** Reads a policy with all that belongs to it, and shows every problem with its spot. */
export async function validate(
  file: string | undefined,
  { orgPolicy }: ValidateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd, look } = terminal;
  const checkout = await openCheckout(cwd, { base: null });
  // What is edited is what is to be validated: the work tree, not the default branch.
  const policy = file ?? resolve(checkout.root, POLICY_PATH);
  const options = { policy, organization: orgPolicy ?? null, cwd };
  const opened = await openPolicy(checkout, checkoutSource(checkout), options);
  const problems = opened.state === "invalid" ? opened.problems : opened.besideProblems;
  if (problems.length > 0) {
    terminal.print(renderProblems(problems, opened.sources, look.paint));
    return EXIT.noVerdict;
  }
  if (opened.state === "valid") terminal.print(success(opened));
  return EXIT.pass;
}

function success({ origin, policy, waivers, notes }: ValidPolicy): string {
  const rules = policy.gates.reduce((sum, gate) => sum + gate.rules.length, 0);
  const what = [
    counted(policy.stages.length, "stage"),
    counted(policy.gates.length, "gate"),
    counted(rules, "rule"),
    ...(waivers.length === 0 ? [] : [counted(waivers.length, "waiver")]),
  ];
  return `${origin.files[0]} is valid: ${what.join(", ")}.\n${renderNotes(notes)}`;
}
