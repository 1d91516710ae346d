import { basename, resolve } from "node:path";
import type { FactAnswer } from "../../model/fact.ts";
import { type Checkout, openCheckout } from "../../worktree/checkout.ts";
import { checkoutSource } from "../../worktree/checkout-source.ts";
import { branchNames } from "../../worktree/git/refs.ts";
import { openPacks } from "../../worktree/template-files.ts";
import { createFile } from "../create-file.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { type Answers, likelyBranch, STAGE } from "../init/answers.ts";
import { existingChecklist } from "../init/existing-checklist.ts";
import { type ExistingPolicy, existingPolicy } from "../init/existing-policy.ts";
import { planFiles } from "../init/plan.ts";
import { summaryOfPack } from "../pack-summary.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError, unknownName } from "../usage-error.ts";

export interface InitOptions {
  readonly yes?: true;
  /** Id of a pack, or `none`. */
  readonly pack?: string;
  readonly outsideGit?: true;
}

const DEFAULT_PACK = "scaling-readiness";

/** Sets a repository up: a policy in advisory mode, and the documents it reads, to be filled in. */
export async function init(
  dir: string,
  options: InitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const checkout = await openCheckout(resolve(terminal.cwd, dir), { base: null });
  if (checkout.git === null && options.outsideGit === undefined) {
    throw new UsageError(
      `\`${checkout.root}\` is in no git repository`,
      "run `git init` first, or say `--outside-git`",
    );
  }
  const packs = openPacks();
  const existing = existingPolicy(checkout.root);
  if (existing === null && options.pack === undefined) refuseChecklist(checkout.root);
  const asked = await answersFor(checkout, options, packs.ids, terminal);
  // Documents of a pack that the policy does not extend would be read by no gate.
  const answers =
    existing === null ? asked : { ...asked, pack: packOf(existing, asked.pack, packs.ids) };
  const folders = await serviceFolders(checkout, answers.services);
  // A policy of one's own reads documents of one's own: another one beside them would be read first.
  const filled = existing !== null && answers.pack === null ? [] : folders;
  const files = planFiles(answers, packs, filled, basename(checkout.root));
  const created: string[] = [];
  const kept: string[] = [];
  for (const { path, text } of files) {
    const list = createFile(checkout.root, path, text) === "created" ? created : kept;
    list.push(path);
  }
  terminal.print(report({ created, kept, answers, folders, existing }));
  return EXIT.pass;
}

/** Gates of a pack beside a checklist would ask for another document than the team's own. */
function refuseChecklist(root: string): void {
  const checklist = existingChecklist(root);
  if (checklist === null) return;
  throw new UsageError(
    `there is a checklist already, \`${checklist}\``,
    `\`stage-gates import ${checklist}\` has it judged as it is; name gates of your own choice with \`--pack <id>\``,
  );
}

async function answersFor(
  checkout: Checkout,
  options: InitOptions,
  packs: readonly string[],
  terminal: Terminal,
): Promise<Answers> {
  const branches = checkout.git === null ? [] : await branchNames(checkout.git.git);
  const defaults: Answers = {
    branch: likelyBranch(branches),
    services: null,
    pack: packNamed(options.pack ?? (packs.includes(DEFAULT_PACK) ? DEFAULT_PACK : "none"), packs),
    approvers: [],
  };
  if (options.yes) return defaults;
  if (!terminal.interactive) {
    throw new UsageError("nobody is here to answer questions", "take the defaults with `--yes`");
  }
  const { ask } = await import("../init/ask.ts");
  return ask(
    defaults,
    packs,
    (id) => summaryOfPack(id, openPacks()).description.split(/(?<=\.) /)[0] ?? "",
  );
}

function packNamed(id: string, packs: readonly string[]): string | null {
  if (id === "none") return null;
  if (!packs.includes(id)) throw unknownName("pack", id, [...packs, "none"]);
  return id;
}

/** Folders the glob matches now; more may come, and each will need its own documents. */
async function serviceFolders(checkout: Checkout, glob: string | null): Promise<readonly string[]> {
  if (glob === null) return [""];
  const request = { kind: "folders", glob, revision: "evidence" } as const;
  const [fact] = await checkoutSource(checkout).read([request]);
  // Sound: it is the answer to a request for folders.
  return fact?.state === "known" ? (fact.value as FactAnswer<"folders">) : [];
}

interface Outcome {
  readonly created: readonly string[];
  readonly kept: readonly string[];
  readonly answers: Answers;
  readonly folders: readonly string[];
  readonly existing: ExistingPolicy | null;
}

function packOf(
  { packs }: ExistingPolicy,
  wanted: string | null,
  known: readonly string[],
): string | null {
  if (wanted !== null && packs.includes(wanted)) return wanted;
  return packs.find((id) => known.includes(id)) ?? null;
}

function report({ created, kept, answers, folders, existing }: Outcome): string {
  const list = (title: string, paths: readonly string[]) =>
    paths.length === 0 ? [] : [title, ...paths.map((path) => `  ${path}`), ""];
  const none = folders.length === 0 ? [`No folder matches ${answers.services} yet.`, ""] : [];
  return [
    ...list("Created", created),
    ...list("Left alone, as it was there already", kept),
    ...none,
    "Next",
    "  1. stage-gates check --local     what is missing, at which line",
    "  2. stage-gates explain           what each gate asks for, and why",
    "  3. Fill in `uses:` of .github/workflows/stage-gates.yml; merge policy and workflow first.",
    `  4. stage-gates protect           requires \`stage-gates / ${STAGE}\` for \`${answers.branch}\``,
    "  5. stage-gates doctor            whether that branch is really protected",
    "",
    ...(existing === null ? [gatesOf(answers)] : []),
    existing === null || existing.isAdvisory
      ? "The policy is advisory: it blocks nothing until its `mode` is `enforce`."
      : "The policy that was there is not advisory: its gates block.",
    "",
  ].join("\n");
}

function gatesOf({ pack }: Answers): string {
  return pack === null
    ? "The gates are a few to start from, for any service; `stage-gates packs` lists others."
    : `The gates are those of the pack \`${pack}\`, a whole playbook: often over a hundred steps.\nTo start with about ten instead, remove what was created and run \`stage-gates init --pack none\`.`;
}
