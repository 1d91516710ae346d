import type { FileFact } from "../model/fact.ts";
import type { Note, Problem } from "../model/finding.ts";
import type { FactSource } from "../model/ports.ts";
import { POLICY_PATH } from "../worktree/policy-files.ts";
import type { ValidPolicy } from "./open-policy.ts";

/** What there is to say of a policy that is good to judge by. */
export async function notesOf(opened: ValidPolicy, source: FactSource): Promise<Note[]> {
  return [
    ...(await notYetMerged(opened, source)),
    ...[...opened.remarks, ...opened.waiverProblems].map(noteOf),
  ];
}

function noteOf({ code, message, help, at }: Problem): Note {
  return { code, message: help === null ? message : `${message}; ${help}`, at };
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
