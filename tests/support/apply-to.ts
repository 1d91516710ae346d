import { writeMark } from "../../src/model/check-mark.ts";
import type { CheckRunEffect, Effect } from "../../src/model/effect.ts";
import { known } from "../../src/model/fact.ts";
import type {
  OwnCheckRun,
  OwnComment,
  OwnIssue,
  Surroundings,
} from "../../src/model/surroundings.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { STEPS } from "../../src/plan/steps.ts";

/** GitHub as it is after effects, without GitHub: what `apply` is to an adapter. */
export function applyTo(
  surroundings: Surroundings,
  effects: readonly Effect[],
  now: number,
): Surroundings {
  return effects.reduce((before, effect) => after(before, effect, now), surroundings);
}

/** What every step finds to do as things stand. */
export function plan(input: PlanInput): readonly Effect[] {
  return STEPS.flatMap((step) => step(input));
}

/** All steps of a plan applied, each planned from what the one before left. */
export function act(input: PlanInput): PlanInput {
  let { surroundings } = input;
  for (const step of STEPS) {
    surroundings = applyTo(surroundings, step({ ...input, surroundings }), input.now);
  }
  return { ...input, surroundings };
}

function after(there: Surroundings, effect: Effect, now: number): Surroundings {
  switch (effect.kind) {
    case "set-status": {
      const { context, state, description, targetUrl } = effect;
      const others = there.statuses.filter((status) => status.context !== context);
      return { ...there, statuses: [...others, { context, state, description, targetUrl }] };
    }
    case "create-check-run":
    case "update-check-run":
      return withCheckRun(there, effect);
    case "create-comment":
      return withComments(there, (all) => [
        ...all,
        commentOf(all.length + 1_000, effect.body, now),
      ]);
    case "update-comment":
      return withComments(there, (all) =>
        all.map((one) => (one.id === effect.id ? { ...one, body: effect.body } : one)),
      );
    case "delete-comment":
      return withComments(there, (all) => all.filter(({ id }) => id !== effect.id));
    case "create-issue":
      return withIssues(there, (all) => [
        ...all,
        {
          number: Math.max(500, ...all.map(({ number }) => number)) + 1,
          state: "open",
          reason: null,
          body: effect.body,
          createdAt: now,
          closedAt: null,
          closedByUs: null,
          comments: [],
        },
      ]);
    case "update-issue":
      return changed(there, effect.number, () => ({ body: effect.body }));
    case "close-issue":
      return changed(there, effect.number, ({ comments }) => ({
        state: "closed",
        reason: effect.reason,
        closedAt: now,
        closedByUs: true,
        comments: [...comments, commentOf(comments.length + 1, effect.comment, now)],
      }));
    case "reopen-issue":
      return changed(there, effect.number, ({ comments }) => ({
        state: "open",
        reason: null,
        closedAt: null,
        closedByUs: null,
        comments: [...comments, commentOf(comments.length + 1, effect.comment, now)],
      }));
    case "react":
    case "reply":
      return there;
  }
}

function withCheckRun(there: Surroundings, effect: CheckRunEffect): Surroundings {
  const all = there.checkRuns.state === "known" ? there.checkRuns.value : [];
  const id = effect.kind === "update-check-run" ? effect.id : all.length + 7_000;
  const { conclusion, mark } = effect.said;
  const run: OwnCheckRun = { id, name: effect.name, conclusion, externalId: writeMark(mark) };
  const others = all.filter(({ name }) => name !== effect.name);
  return { ...there, checkRuns: known([...others, run]) };
}

function commentOf(id: number, body: string, createdAt: number): OwnComment {
  return { id, body, createdAt };
}

function withComments(
  there: Surroundings,
  change: (all: readonly OwnComment[]) => readonly OwnComment[],
): Surroundings {
  const { comments } = there;
  return comments.state === "missing"
    ? there
    : { ...there, comments: known(change(comments.value)) };
}

function withIssues(
  there: Surroundings,
  change: (all: readonly OwnIssue[]) => readonly OwnIssue[],
): Surroundings {
  const { issues } = there;
  return issues.state === "missing" ? there : { ...there, issues: known(change(issues.value)) };
}

function changed(
  there: Surroundings,
  number: number,
  change: (issue: OwnIssue) => Partial<OwnIssue>,
): Surroundings {
  return withIssues(there, (all) =>
    all.map((issue) => (issue.number === number ? { ...issue, ...change(issue) } : issue)),
  );
}
