import { z } from "zod";
import type { IsoDate } from "../../model/iso-date.ts";
import { globProblem } from "../../text/glob.ts";
import { parseIsoDate } from "../../time/date.ts";
import { DURATION_PATTERN } from "../../time/duration.ts";
import { unitMissing } from "./intended-form.ts";

/**
 * A message given to zod here is shown to people; everything else zod says is replaced by
 * `issue-problem.ts`. `params` of a refinement carry the problem's code and help.
 */
export interface ProblemParams {
  readonly code: string;
  readonly help: string | null;
}

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const kebabId = z
  .string()
  .regex(KEBAB, {
    error: "not an id; use lower-case letters, digits and `-`, such as `no-manual-step`",
    abort: true,
  })
  .max(64)
  .meta({ title: "id" });

/** An id that no user may take, because the product uses it. */
export function idOtherThan(reserved: readonly string[], what: string) {
  return kebabId
    .refine((id) => !reserved.includes(id), {
      error: `\`${reserved.join("`, `")}\` ${reserved.length === 1 ? "is" : "are"} reserved: a ${what} cannot be named so`,
      params: { code: "reserved-id", help: "choose another id" } satisfies ProblemParams,
    })
    .meta({ title: "id", not: { enum: [...reserved] } });
}

export const text = z.string().regex(/\S/, { error: "empty text" }).max(2000);

export const glob = z
  .string()
  .min(1, { abort: true })
  .superRefine((value, context) => {
    const problem = globProblem(value);
    if (problem === null) return;
    const params: ProblemParams = { code: "invalid-format", help: problem.help };
    context.addIssue({ code: "custom", message: `not a glob: ${problem.message}`, params });
  })
  .meta({ title: "glob" });

/** A branch or a glob of branches. Git lets names hold nearly everything but `..` and controls. */
export const branch = glob
  .refine((value) => !/^refs\/|\.\./.test(value), {
    error: "no branch is named so",
    params: {
      code: "invalid-format",
      help: "write the branch alone, without `refs/heads/`",
    } satisfies ProblemParams,
  })
  .meta({ title: "branch or glob" });

/** Where a file is looked for; `{service}` and `{path}` are filled in. */
export const pathTemplate = z
  .string()
  .min(1, { abort: true })
  .max(512)
  .refine((value) => !/\\|(?:^|\/)\.{0,2}(?:\/|$)/.test(value), {
    error: "not a path of the repository; write it from the root, without `/` around it",
    params: { code: "invalid-format", help: null } satisfies ProblemParams,
  })
  .refine((value) => !/[{}]/.test(value.replaceAll(/\{(?:service|path)\}/g, "")), {
    error: "only `{service}` and `{path}` are filled in",
    params: { code: "invalid-format", help: null } satisfies ProblemParams,
  })
  .meta({ title: "path" });

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, {
    error: "not a day; write it as year-month-day, such as 2026-12-01",
    abort: true,
  })
  .refine((value) => parseIsoDate(value) !== null, {
    error: "there is no such day",
    params: { code: "invalid-format", help: null } satisfies ProblemParams,
  })
  .meta({ title: "day" }) as z.ZodType<string> as z.ZodType<IsoDate>;

export const duration = z
  .string({ error: unitMissing })
  .regex(DURATION_PATTERN, {
    error: "not a duration; use a number and h, d or w, such as 12h or 7d",
  })
  .meta({ title: "duration" });

export const login = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/, {
    error: "not a login; write it without `@`, such as `ana`",
  })
  .meta({ title: "login" });

export const team = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\/[a-zA-Z0-9][\w.-]*$/, {
    error: "not a team; write it as `organization/team`, without `@`",
  })
  .meta({ title: "team" });

export const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, {
  error: "not the name of a field; begin with a letter, then letters, digits, `_` and `-`",
});

const fieldValue = z.union([z.string().min(1).max(200), z.number(), z.boolean()]);

export const fields = z.record(fieldName, fieldValue);

export const condition = z
  .record(fieldName, z.union([fieldValue, z.array(fieldValue).min(1)]))
  .refine((value) => Object.keys(value).length > 0, {
    error: "names no field and so always holds; drop it or name one",
    params: { code: "invalid-value", help: null } satisfies ProblemParams,
  })
  .meta({ title: "condition" });

export const roleName = kebabId.meta({ title: "role" });
