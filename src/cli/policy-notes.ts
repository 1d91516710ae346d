import { POLICY_PATH } from "../files/policy-file.ts";
import type { FileFact } from "../model/fact.ts";
import type { Note } from "../model/finding.ts";
import type { FactSource } from "../model/ports.ts";
import { noteOf } from "../policy/load-policy-files.ts";
import type { Checkout } from "../worktree/checkout.ts";
import type { ValidPolicy } from "./open-policy.ts";

/** What there is to say of a policy that is good to judge by. */
export async function notesOf(
  opened: ValidPolicy,
  checkout: Checkout,
  source: FactSource,
): Promise<Note[]> {
  return [
    ...fromWorkTree(opened, checkout),
    ...(await notYetMerged(opened, source)),
    ...[...opened.notes, ...opened.besideProblems].map(noteOf),
  ];
}

/** Where a pull request is checked out, its own policy is no judge of it. */
function fromWorkTree({ from }: ValidPolicy, { hasOrigin, defaultBranch }: Checkout): Note[] {
  if (from !== "work-tree" || !hasOrigin) return [];
  const remote = defaultBranch?.remote ?? null;
  const [why, help] =
    remote === null
      ? [
          "the default branch of `origin` is not known here",
          "run `git fetch origin` and `git remote set-head origin --auto`, or name a policy with `--policy <file>`",
        ]
      : [
          `there is no policy at \`${remote.ref}\` yet`,
          "merge the policy first, or name one with `--policy <file>`",
        ];
  return [
    {
      code: "POLICY-FROM-WORK-TREE",
      message: `${why}, so the work tree is judged by its own policy: a pull request that changes the policy judges itself; ${help}`,
      at: { file: POLICY_PATH, line: 1, column: 1 },
    },
  ];
}

/** People who edit the policy wonder why their edit does nothing. */
async function notYetMerged(
  { from, origin, sources }: ValidPolicy,
  source: FactSource,
): Promise<Note[]> {
  if (from !== "default-branch") return [];
  const [fact] = await source.read([{ kind: "file", path: POLICY_PATH, revision: "evidence" }]);
  // Sound: it is the answer to a request for a file.
  const file = fact?.state === "known" ? (fact.value as FileFact) : null;
  if (file?.state === "file" && file.file.text === sources.get(POLICY_PATH)) return [];
  return [
    {
      code: "POLICY-NOT-MERGED",
      message: `the work tree changes \`${POLICY_PATH}\`, and is judged by the one at \`${origin.ref}\`; \`--policy ${POLICY_PATH}\` shows what the change would do`,
      at: { file: POLICY_PATH, line: 1, column: 1 },
    },
  ];
}
