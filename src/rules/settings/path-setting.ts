import { z } from "zod";
import { globProblem } from "../../text/glob.ts";

/** A path of the repository in a policy; `{service}` and `{path}` are filled in. */
export function pathSetting(description: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(512)
    .refine(
      (path) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path),
      "not a path of the repository; write it from the root, without a `/` before it",
    )
    .describe(description);
}

export function globSetting(description: string) {
  return z
    .string()
    .trim()
    .min(1)
    .superRefine((glob, context) => {
      const problem = globProblem(glob);
      if (problem === null) return;
      context.addIssue({
        code: "custom",
        message: `not a glob: ${problem.message}`,
        params: { code: "invalid-format", help: problem.help },
      });
    })
    .describe(description);
}
