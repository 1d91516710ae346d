import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { pointAt } from "../../text/point-at.ts";
import { parseYaml, type YamlProblem } from "../../text/yaml-tree.ts";
import type { ProblemList } from "./problem-list.ts";
import {
  entriesOf,
  itemsOf,
  locate,
  type SourceFile,
  type SourceNode,
  type Spot,
  UNSAFE_KEYS,
} from "./source-tree.ts";

/** Of a file of the policy, in bytes of UTF-8. */
const LARGEST_FILE = 256 * 1024;

/** Reads a file's YAML; `null` where nothing in it can be used. Problems tell why. */
export function readSource(file: SourceFile, problems: ProblemList): SourceNode | null {
  const start: Spot = { file, at: { line: 1, column: 1 }, length: 1 };
  if (isTooLarge(file.text)) {
    const message = `the file is larger than ${LARGEST_FILE / 1024} KiB`;
    problems.add(start, { code: "too-large", message });
    return null;
  }
  const undecodable = file.text.indexOf("\uFFFD");
  if (undecodable !== -1) {
    const spot = spotAt(file, undecodable);
    const help = "save it as UTF-8";
    problems.add(spot, { code: "not-utf-8", message: "the file is not UTF-8 text", help });
    return null;
  }
  const parsed = parseYaml(file.text);
  refuseHidden(file, problems);
  if (parsed.state === "malformed") {
    for (const problem of parsed.problems) addYamlProblem(file, problem, problems);
  } else if ((parsed.root === null || parsed.root.value === null) && file.kind !== "waivers") {
    problems.add(start, {
      code: "empty-file",
      message: "the file is empty",
      help: HELP[file.kind],
    });
  }
  if (parsed.root === null || parsed.root.value === null) return null;
  // What is missing from the file as a whole is missing at its beginning, comments or not.
  const root = { ...locate(parsed.root, file), ...start };
  refuseUnsafeKeys(root, problems);
  return root;
}

/** Controls are no YAML and told as such. */
function refuseHidden(file: SourceFile, problems: ProblemList): void {
  // A byte order mark is one of them, and allowed at the start.
  const hidden = findHiddenCharacter(file.text.replace(/^\uFEFF/, " "));
  if (hidden === null || /\p{Cc}/u.test(file.text[hidden.index] ?? "")) return;
  problems.add(spotAt(file, hidden.index), {
    code: "hidden-character",
    message: `the invisible character ${hidden.name} makes the text look like another`,
    help: "delete it",
  });
}

const HELP = {
  repository: "begin with `version: 1`, then `stages` and `gates`; `stage-gates init` writes it",
  organization: "begin with `version: 1`",
  pack: "state its `gates`",
  baseline: "delete it, or run `stage-gates baseline`",
};

function isTooLarge(text: string): boolean {
  if (text.length > LARGEST_FILE) return true;
  return text.length * 3 > LARGEST_FILE && new TextEncoder().encode(text).length > LARGEST_FILE;
}

function spotAt(file: SourceFile, index: number): Spot {
  return { file, at: pointAt(file.text, index), length: 1 };
}

function addYamlProblem(file: SourceFile, problem: YamlProblem, problems: ProblemList): void {
  const { code, message, help, at, length, related } = problem;
  problems.add(
    { file, at, length },
    {
      code,
      message,
      help,
      ...(related && {
        related: { message: related.message, spot: { file, at: related.at, length: 1 } },
      }),
    },
  );
}

function refuseUnsafeKeys(node: SourceNode, problems: ProblemList): void {
  for (const item of itemsOf(node)) refuseUnsafeKeys(item, problems);
  for (const [name, { key, node: inside }] of entriesOf(node)) {
    if (UNSAFE_KEYS.has(name)) {
      problems.add(key, { code: "unknown-key", message: `\`${name}\` cannot be used as a name` });
    }
    refuseUnsafeKeys(inside, problems);
  }
}
