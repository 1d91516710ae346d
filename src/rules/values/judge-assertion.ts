import { valueAt } from "../../evidence/walk-data.ts";
import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { nearestPlace } from "../reading/data-path.ts";
import { isContainer, judgeValue, type Subject, tell, type ValuesFinding } from "./judge-value.ts";
import type { Assertion } from "./options.ts";
import { describe } from "./words.ts";

/** What the paths of an assertion are seen from: the whole file, or an entry of `for_each`. */
export interface Around {
  readonly file: string;
  readonly path: string;
  readonly node: LocatedValue;
}

export function judgeAssertion(around: Around, assertion: Assertion): readonly ValuesFinding[] {
  const { file } = around;
  const node = assertion.path === undefined ? around.node : valueAt(around.node, assertion.path);
  const at = node?.at ?? nearestPlace(around.node, assertion.path ?? "");
  const path = joined(around.path, assertion.path ?? "");
  const subject: Subject = { file, path, node, at: placeIn(file, at) };
  const findings = judgeValue(subject, assertion);
  // What is missing, empty or disguised has been told; its entries are not judged as well.
  if (assertion.for_each === undefined || node === null || findings.length > 0) return findings;
  if (!isContainer(node)) {
    return [tell(subject, assertion, "VALUES-TYPE", `is ${describe(node)}, not a list or map`)];
  }
  const { for_each } = assertion;
  return entriesOf(subject, node).flatMap((entry) =>
    for_each.flatMap((inner) => judgeAssertion(entry, inner)),
  );
}

function entriesOf({ file, path }: Subject, { value }: LocatedValue): Around[] {
  if (Array.isArray(value)) {
    return (value as readonly LocatedValue[]).map((node, index) => ({
      file,
      path: `${path}[${index}]`,
      node,
    }));
  }
  return [...(value as ReadonlyMap<string, LocatedEntry>)].map(([key, { node }]) => ({
    file,
    path: joined(path, /^[^.[\]"\s]+$/.test(key) ? key : `["${key}"]`),
    node,
  }));
}

function joined(path: string, step: string): string {
  if (path === "" || step === "") return path + step;
  return step.startsWith("[") ? path + step : `${path}.${step}`;
}
