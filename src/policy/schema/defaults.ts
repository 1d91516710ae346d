/** What holds where no file says otherwise. */
export const DEFAULTS = {
  mode: "enforce",
  blocked_as: "failure",
  cumulative: true,
  require: "all",
  severity: "block",
  waivable: true,
  max_days: 30,
  issues: { open: true, max_per_run: 5, labels: ["stage-gates"], assign: true },
  comment: "when-gates-apply",
  approvals: 1,
  review_within: "3d",
} as const;

/** The default of `issue`: a missing owner is worth an issue, other findings are not. */
export function defaultIssue(type: string): "owner" | "none" {
  return type === "owners" ? "owner" : "none";
}
