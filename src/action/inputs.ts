import { InputError, pullNumber } from "./event.ts";

export interface Inputs {
  readonly token: string;
  readonly organizationToken: string | null;
  readonly pull: number | null;
  readonly policyBranch: string | null;
  readonly comment: boolean;
  readonly issues: boolean;
  readonly dryRun: boolean;
}

/**
 * @param read the text of an input; `""` where it was not given
 * @throws {InputError} where one of them makes no sense.
 */
export function readInputs(read: (name: string) => string): Inputs {
  const token = read("token");
  if (token === "") {
    throw new InputError("there is no token; leave the input `token` out to use `github.token`");
  }
  const pull = read("pr");
  return {
    token,
    organizationToken: read("org-token") || null,
    pull: pull === "" ? null : pullNumber(pull),
    policyBranch: read("policy-branch") || null,
    comment: flag("comment", read("comment"), true),
    issues: flag("issues", read("issues"), true),
    dryRun: flag("dry-run", read("dry-run"), false),
  };
}

/** As YAML 1.2 writes them: `yes` and `on` are a typing error, not a guess. */
function flag(name: string, text: string, standard: boolean): boolean {
  if (text === "") return standard;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new InputError(`the input \`${name}\` is \`${text}\`; it is \`true\` or \`false\``);
}
