import { fillIn } from "../model/service.ts";
import { defineRule } from "./define-rule.ts";
import { codeownersRows } from "./owners/codeowners-rows.ts";
import { OWNERS_CODES } from "./owners/codes.ts";
import { dataRows } from "./owners/data-rows.ts";
import { judgeRoles } from "./owners/judge-roles.ts";
import { ownersOptions, roleDemand } from "./owners/options.ts";
import { tableRows } from "./owners/table-rows.ts";
import { isRefused } from "./reading/readiness.ts";

export const owners = defineRule({
  type: "owners",
  meta: {
    holdsWhen: "each role is held by a real, allowed person or team",
    why: "What nobody owns is nobody's to mend at two in the morning. A name that does not exist, or that stands for everybody, is no owner.",
    ages: null,
  },
  options: ownersOptions,
  reads: ["file", "account", "team"],
  codes: OWNERS_CODES,
  evaluate(facts, options, context) {
    const demands = options.roles.map(roleDemand);
    const read =
      options.source === "table"
        ? tableRows(facts, options, context)
        : options.source === "codeowners"
          ? codeownersRows(facts, demands, context)
          : dataRows(facts, fillIn(options.source, context.service));
    if (read === null) return [];
    if (isRefused(read)) return read.findings;
    return judgeRoles({ facts, options }, demands, read);
  },
});
