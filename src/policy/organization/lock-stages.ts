import { byId, idOf } from "../source/policy-entries.ts";
import {
  child,
  entriesOf,
  itemsOf,
  type SourceNode,
  type Spot,
  textsOf,
} from "../source/source-tree.ts";
import { type LockQuestion, refuse } from "./lock-question.ts";

/** Every way into a stage that led through a guarded gate still does. */
export function lockStages(question: LockQuestion, gates: readonly SourceNode[]): void {
  const guarded = gates.flatMap((gate) => idOf(gate) ?? []);
  const before = stagesOf(question.baseline);
  // A gate that was dropped is told as such, not once more for each stage.
  const after = stagesOf(question.merged);
  for (const [id, now] of after) {
    const was = before.get(id);
    if (was !== undefined) {
      const due = guarded.filter((gate) => was.gates.has(gate));
      lockStage(question, now, due);
      if (due.length > 0) lockReach(question, now.stage, was.stage);
    } else if (before.size === 0) {
      lockStage(question, now, guarded);
      lockReach(question, now.stage, null);
    }
  }
}

interface StageGates {
  readonly stage: SourceNode;
  /** Ids of all gates on the way in, those of earlier stages included. */
  readonly gates: ReadonlySet<string>;
}

function stagesOf(tree: SourceNode): ReadonlyMap<string, StageGates> {
  const all = [...byId(itemsOf(child(tree, "gates"))).keys()];
  const stages = [...byId(itemsOf(child(tree, "stages")))];
  return new Map(
    stages.map(([id, stage], index) => {
      const alone = child(stage, "cumulative")?.value === false;
      const way = alone ? [stage] : stages.slice(0, index + 1).map(([, one]) => one);
      const lists = way.map((one) => child(one, "gates"));
      const gates = lists.includes(undefined)
        ? all
        : lists.flatMap((list) => textsOf(list).map(({ text }) => text));
      return [id, { stage, gates: new Set(gates) }];
    }),
  );
}

function lockStage(question: LockQuestion, now: StageGates, due: readonly string[]): void {
  const lost = due.filter((gate) => !now.gates.has(gate));
  if (lost.length === 0) return;
  const names = lost.map((gate) => `\`${gate}\``).join(", ");
  const message = `the stage \`${idOf(now.stage) ?? ""}\` leaves out ${names}, which the organization locks`;
  refuse(question, spotOf(now.stage, ["gates", "cumulative"]), message);
}

/** It applies to no fewer branches and paths. */
function lockReach(question: LockQuestion, now: SourceNode, was: SourceNode | null): void {
  const id = idOf(now) ?? "";
  const branches = new Set(textsOf(child(now, "branches")).map(({ text }) => text));
  const lost = was === null ? [] : textsOf(child(was, "branches")).map(({ text }) => text);
  for (const branch of lost.filter((one) => !branches.has(one))) {
    const message = `the stage \`${id}\` loses the branch \`${branch}\`, into which the organization locks gates`;
    refuse(question, spotOf(now, ["branches"]), message);
  }
  const environments = environmentsOf(now);
  const taken = (was === null ? [] : environmentsOf(was)).filter(
    (one) => !environments.includes(one),
  );
  for (const environment of taken) {
    const message = `the stage \`${id}\` loses the environment \`${environment}\`, into which the organization locks gates`;
    refuse(question, spotOf(now, ["environments"]), message);
  }
  const paths = textsOf(child(now, "paths")).map(({ text }) => text);
  const wide = was === null ? null : child(was, "paths");
  const allowed = new Set(textsOf(wide ?? undefined).map(({ text }) => text));
  const narrowed =
    child(now, "paths") !== undefined &&
    !paths.includes("**") &&
    (allowed.size === 0 || [...allowed].some((path) => !paths.includes(path)));
  if (!narrowed) return;
  const message = `\`paths\` would let changes into the stage \`${id}\` past gates that the organization locks`;
  refuse(question, spotOf(now, ["paths"]), message);
}

/** The first of the keys that is not the organization's own. */
function spotOf(stage: SourceNode, keys: readonly string[]): Spot {
  const spots = keys.flatMap((key) => entriesOf(stage).get(key)?.key ?? []);
  return spots.find(({ file }) => file.kind !== "organization") ?? spots[0] ?? stage;
}

/** In one case, as GitHub takes them; a stage without any has that of its name. */
function environmentsOf(stage: SourceNode): readonly string[] {
  const stated = child(stage, "environments");
  const names =
    stated === undefined ? [idOf(stage) ?? ""] : textsOf(stated).map(({ text }) => text);
  return names.map((name) => name.toLowerCase());
}
