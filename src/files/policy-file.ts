import type { Fact, FileFact } from "../model/fact.ts";
import type { Problem } from "../model/finding.ts";
import type { PolicyFile } from "../model/ports.ts";

export const POLICY_PATH = ".github/stage-gates.yml";
export const WAIVERS_PATH = ".github/stage-gates/waivers.yml";
export const BASELINE_PATH = ".github/stage-gates/baseline.yml";

/** A file of the policy, as it was looked up. */
export interface NamedFact {
  readonly name: string;
  readonly fact: Fact<FileFact>;
}

export function isAbsent(fact: Fact<FileFact>): boolean {
  return fact.state === "known" && fact.value.state === "absent";
}

/** An empty policy is a text with a problem of its own, which whoever loads it will name. */
export function textOf({ name, fact }: NamedFact): PolicyFile {
  const isText = fact.state === "known" && fact.value.state === "file";
  return { name, text: isText ? fact.value.file.text : "" };
}

const PROBLEMS: Readonly<Partial<Record<FileFact["state"], readonly [string, string]>>> = {
  absent: ["file-missing", "does not exist"],
  directory: ["file-is-folder", "is a folder"],
  link: ["file-is-link", "is a symbolic link, or lies behind one"],
  submodule: ["file-is-submodule", "is a submodule, or lies in one"],
  "lfs-pointer": ["file-is-lfs-pointer", "is a Git LFS pointer, not the file itself"],
  binary: ["file-not-utf-8", "is not UTF-8 text"],
  outside: ["file-outside", "lies outside the repository"],
};

export function problemWith({ name, fact }: NamedFact): readonly Problem[] {
  const at = { file: name, line: 1, column: 1 };
  if (fact.state === "missing") {
    const code = fact.reason === "too-large" ? "file-too-large" : "file-unreadable";
    const message = `\`${name}\` cannot be read: ${fact.detail}`;
    return [{ code, message, at, help: null }];
  }
  const { state } = fact.value;
  const [code, what] = PROBLEMS[state] ?? [];
  const help =
    state === "absent" ? helpForAbsent(name) : "it has to be a regular file of UTF-8 text";
  return code === undefined ? [] : [{ code, message: `\`${name}\` ${what}`, at, help }];
}

function helpForAbsent(name: string): string {
  return name === POLICY_PATH ? "run `stage-gates init` to write one" : "correct the path";
}
