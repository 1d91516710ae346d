import type { LocatedValue } from "../../model/document.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillIn } from "../../model/service.ts";
import type { RuleContext } from "../define-rule.ts";
import {
  frontMatterOf,
  isRefused,
  type Refused,
  readData,
  readMarkdown,
  readReadiness,
} from "./readiness.ts";

export interface StructuredData {
  readonly path: string;
  /** `null`: a markdown document without front matter. */
  readonly root: LocatedValue | null;
}

/**
 * Data with places: of a YAML or JSON file, of a markdown file's front matter, or, without a file,
 * of the readiness document's. `{service}` and `{path}` are filled in.
 */
export function readStructuredData(
  facts: FactReader<"file">,
  context: RuleContext,
  file: string | null,
): null | Refused | StructuredData {
  const path = file === null ? null : fillIn(file, context.service);
  if (path !== null && !/\.(?:md|markdown)$/i.test(path)) return readData(facts, path);
  const read = path === null ? readReadiness(facts, context) : readMarkdown(facts, path);
  if (read === null || isRefused(read)) return read;
  const front = frontMatterOf(read.document, read.path);
  return isRefused(front) ? front : { path: read.path, root: front.root };
}
