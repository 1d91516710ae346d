import { byId, idOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import {
  child,
  entriesOf,
  isList,
  itemsOf,
  type SourceNode,
  type Spot,
  textsOf,
} from "../source/source-tree.ts";
import { type BranchGlob, Budget, branchesOverlap, readBranch } from "./branch-overlap.ts";
import { checkReference } from "./check-references.ts";

/** Holds the merged stages against what it takes to pick one and to find its gates. */
export function checkStages(tree: SourceNode, start: Spot, problems: ProblemList): void {
  const stages = entriesOf(tree).get("stages");
  const gates = itemsOf(child(tree, "gates"));
  if (gates.length === 0) {
    problems.add(entriesOf(tree).get("gates")?.key ?? start, {
      code: "missing-key",
      message: "there are no `gates`, so nothing would be judged",
      help: "state some, or bring them in with `extends: [pack:<id>]`",
    });
  }
  if (stages === undefined || (isList(stages.node) && stages.node.value.length === 0)) {
    problems.add(stages?.key ?? start, {
      code: "missing-key",
      message: "there are no `stages`, so no pull request would be judged",
      help: "`stages: [{id: production, branches: [<production branch>]}]`",
    });
    return;
  }
  const ids = [...byId(gates).keys()];
  const list = itemsOf(stages.node);
  for (const stage of list) checkStage(stage, ids, problems);
  checkBranches(list, problems);
  checkEnvironments(list, problems);
  checkUsed(list, gates, stages.key, problems);
}

function checkStage(stage: SourceNode, ids: readonly string[], problems: ProblemList): void {
  if (child(stage, "branches") === undefined) {
    problems.add(stage, {
      code: "missing-key",
      message: `\`branches\` of the stage \`${idOf(stage) ?? ""}\` is missing`,
      help: "list the branches that pull requests into this stage merge into",
    });
  }
  const gates = child(stage, "gates");
  if (isList(gates) && gates.value.length === 0) {
    problems.add(gates, {
      code: "stage-without-gates",
      message: `the stage \`${idOf(stage) ?? ""}\` has no gates`,
      help: "list some, or leave `gates` out for all of them",
    });
  }
  for (const { text, node } of textsOf(gates)) {
    checkReference(node, { what: "gate", name: text, known: ids }, problems);
  }
}

/** A pull request's base branch has to say which stage it asks for. */
function checkBranches(stages: readonly SourceNode[], problems: ProblemList): void {
  const budget = new Budget();
  const claimed: {
    readonly stage: SourceNode;
    readonly node: SourceNode;
    readonly glob: BranchGlob;
  }[] = [];
  for (const stage of stages) {
    const own = textsOf(child(stage, "branches")).map(({ text, node }) => ({
      stage,
      node,
      glob: readBranch(text),
    }));
    for (const { glob, node } of own) {
      const first = claimed.find((other) => branchesOverlap(other.glob, glob, budget));
      if (budget.isSpent) {
        const message = "too many globs of branches to tell whether one branch is claimed twice";
        problems.add(node, { code: "too-large", message, help: "name branches instead of globs" });
        return;
      }
      if (first === undefined) continue;
      const same = first.glob.text === glob.text ? "" : ` by \`${first.glob.text}\``;
      problems.add(node, {
        code: "branch-claimed-twice",
        message: `\`${glob.text}\` is also claimed${same} for the stage \`${idOf(first.stage) ?? ""}\``,
        help: "a branch belongs to one stage",
        related: { message: `first claimed at line ${first.node.at.line}`, spot: first.node },
      });
    }
    claimed.push(...own);
  }
}

/** A deployment has to say which stage it asks for; a stage without environments has that of its name. */
function checkEnvironments(stages: readonly SourceNode[], problems: ProblemList): void {
  const claimed = new Map<string, { readonly stage: SourceNode; readonly node: SourceNode }>();
  for (const stage of stages) {
    const id = idOf(stage);
    const stated = child(stage, "environments");
    const named = child(stage, "id");
    const own =
      stated === undefined && id !== null && named !== undefined
        ? [{ text: id, node: named }]
        : textsOf(stated);
    for (const { text, node } of own) {
      const first = claimed.get(text.toLowerCase());
      if (first === undefined) claimed.set(text.toLowerCase(), { stage, node });
      if (first === undefined || idOf(first.stage) === id) continue;
      problems.add(node, {
        code: "environment-claimed-twice",
        message: `the environment \`${text}\` is also claimed for the stage \`${idOf(first.stage) ?? ""}\``,
        help: "an environment belongs to one stage; without `environments` it is the one called as the stage",
        related: { message: `first claimed at line ${first.node.at.line}`, spot: first.node },
      });
    }
  }
}

function checkUsed(
  stages: readonly SourceNode[],
  gates: readonly SourceNode[],
  stagesAt: Spot,
  problems: ProblemList,
): void {
  if (stages.some((stage) => child(stage, "gates") === undefined)) return;
  const used = new Set(
    stages.flatMap((stage) => textsOf(child(stage, "gates"))).map((g) => g.text),
  );
  for (const gate of gates) {
    const id = idOf(gate);
    const spot = child(gate, "id");
    if (id === null || spot === undefined || used.has(id)) continue;
    const told = {
      code: "unused-gate",
      message: `no stage uses the gate \`${id}\``,
      help: `list it under \`gates\` of a stage, or drop it: \`- {id: ${id}, enabled: false}\``,
    };
    if (spot.file === stagesAt.file) problems.add(spot, told);
    else {
      const message = `${spot.file.name} states it at line ${spot.at.line}`;
      problems.add(stagesAt, { ...told, related: { message, spot } });
    }
  }
}
