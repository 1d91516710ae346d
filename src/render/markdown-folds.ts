import type { PhrasingContent, RootContent } from "mdast";
import type { Note } from "../model/finding.ts";
import type { GateVerdict } from "../model/verdict.ts";
import type { Links } from "./links.ts";
import { nameNodes, placeNodes } from "./markdown-gate.ts";
import {
  asHtml,
  bullet,
  bullets,
  fold,
  paragraphOf,
  prose,
  tableOf,
  words,
} from "./markdown-text.ts";
import { type Outline, scheduledWords } from "./outline.ts";
import { capitalised, counted } from "./sentence.ts";

/** Rows and notes shown; more would be read by nobody. */
const SHOWN = 100;

/** Gates that need nothing, as a table behind one line. */
export function gatesFold({ passing, idle }: Outline): RootContent[] {
  const gates = [...passing, ...idle];
  if (gates.length === 0) return [];
  const table = tableOf(["Gate", "Result", "Rules"], gates.slice(0, SHOWN).map(gateRow));
  const more = gates.length - SHOWN;
  const rest =
    more <= 0 ? [] : [paragraphOf(words(`${counted(more, "gate")} more in the report.`))];
  const summary = [
    ...(passing.length === 0
      ? []
      : [`✅ ${counted(passing.length, "gate")} passed${few(passing)}`]),
    ...(idle.length === 0 ? [] : [`${counted(idle.length, "gate")} not applicable`]),
  ];
  return fold(summary.join(", "), [table, ...rest]);
}

function gateRow(gate: GateVerdict): PhrasingContent[][] {
  const results: Partial<Record<GateVerdict["outcome"], string>> = {
    passed: "✅ Passed",
    scheduled: capitalised(`${scheduledWords(gate)} `).trim(),
  };
  const rules = gate.rules.map((rule) => rule.title).join(", ");
  return [nameNodes({ gate }), [words(results[gate.outcome] ?? "Does not apply")], prose(rules)];
}

/** A few titles say more than their number. */
function few(gates: readonly GateVerdict[]): string {
  if (gates.length > 6 || gates.some(({ service }) => service !== null)) return "";
  return `: ${gates.map(({ title }) => asHtml(title)).join(", ")}`;
}

/** Remarks, which change nothing. */
export function notesFold(notes: readonly Note[], links: Links): RootContent[] {
  if (notes.length === 0) return [];
  const items = notes
    .slice(0, SHOWN)
    .map(({ message, at }) =>
      bullet([paragraphOf(...prose(capitalised(message)), ...placeNodes(at, links))]),
    );
  return fold(counted(notes.length, "note"), [bullets(items)]);
}
