import { basename } from "node:path";
import { POLICY_PATH } from "../../files/policy-file.ts";
import type { PackTemplates, TemplateFile } from "../../model/ports.ts";
import { WORKFLOW_PATH } from "../../protection/find-workflow.ts";
import { readTemplate } from "../package-files.ts";
import type { Answers } from "./answers.ts";
import { policyText, workflowText } from "./policy-text.ts";

/**
 * The files that the answers ask for, the policy first.
 *
 * @param folders of the services, relative to the root; `[""]` where the repository is one.
 * @param name of the repository, for the one service.
 */
export function planFiles(
  answers: Answers,
  packs: PackTemplates,
  folders: readonly string[],
  name: string,
): readonly TemplateFile[] {
  const { pack } = answers;
  const policy = readTemplate(pack === null ? "policy.yml" : "policy-with-pack.yml");
  const readiness = (pack === null ? null : packs.readiness(pack)) ?? readTemplate("readiness.md");
  const skeletons =
    pack === null
      ? [{ path: "docs/runbook.md", text: readTemplate("runbook.md") }]
      : packs.skeletons(pack);
  return [
    { path: POLICY_PATH, text: policyText(policy, answers) },
    { path: WORKFLOW_PATH, text: workflowText(readTemplate("workflow.yml"), answers.branch) },
    ...folders.flatMap((folder) => {
      const service = folder === "" ? name : basename(folder);
      return [{ path: "READINESS.md", text: readiness }, ...skeletons].map(({ path, text }) => ({
        path: folder === "" ? path : `${folder}/${path}`,
        text: text.replaceAll("<… name>", () => service),
      }));
    }),
  ];
}
