import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Problem } from "../model/finding.ts";
import { parseFactsFile } from "../worktree/facts/facts-file.ts";
import type { RecordedFacts } from "../worktree/facts-schema.ts";
import { UsageError } from "./usage-error.ts";

/** A recording of a large repository is a few hundred KiB. */
const LARGEST = 8 * 1024 * 1024;

export type FactsFile =
  | { readonly state: "valid"; readonly facts: RecordedFacts }
  | { readonly state: "invalid"; readonly problems: readonly Problem[]; readonly text: string };

/** @param name as typed; relative to `cwd`, and how messages call it. */
export function readFactsFile(name: string, cwd: string): FactsFile {
  const text = readText(name, resolve(cwd, name));
  const parsed = parseFactsFile(name, text);
  return parsed.state === "valid" ? parsed : { ...parsed, text };
}

function readText(name: string, path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`there is no file \`${name}\``);
  if (!stats.isFile()) throw new UsageError(`\`${name}\` is no regular file`);
  if (stats.size > LARGEST) throw new UsageError(`\`${name}\` is larger than 8 MiB`);
  return readFileSync(path, "utf8");
}
