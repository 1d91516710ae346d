import type { Effect } from "../model/effect.ts";
import { planComment } from "./plan-comment.ts";
import type { PlanInput } from "./plan-input.ts";
import { planIssues } from "./plan-issues.ts";
import { planReactions } from "./plan-reactions.ts";
import { planVerdict } from "./plan-verdict.ts";

/**
 * In this order: the verdict first, which may take a pass away, and the comment last, which names
 * the issues opened before it. Each is planned from what the one before it left behind.
 */
export const STEPS: readonly ((input: PlanInput) => readonly Effect[])[] = [
  planVerdict,
  planReactions,
  planIssues,
  planComment,
];
