import type { Annotation } from "./check.ts";
import { invalid } from "./refusal.ts";

/** What a check run shows. */
export interface RunOutput {
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly text?: string | null;
  readonly annotations?: readonly Annotation[];
}

/** GitHub's limits: of a summary and a text in bytes, of a title in characters. */
const MOST_BYTES = 65_535;
const LONGEST_TITLE = 255;
/** Of one request; more are added by updates. */
const MOST_ANNOTATIONS = 50;

/** Refuses what GitHub would not show. */
export function checkOutput(output: RunOutput): void {
  for (const field of ["summary", "text"] as const) {
    if (Buffer.byteLength(output[field] ?? "") <= MOST_BYTES) continue;
    const message = `${field} exceeds a maximum bytesize of ${MOST_BYTES}`;
    throw invalid("CheckRun", field, "custom", message);
  }
  if ((output.title ?? "").length > LONGEST_TITLE) {
    const message = `title is too long (maximum is ${LONGEST_TITLE} characters)`;
    throw invalid("CheckRun", "title", "custom", message);
  }
  const { annotations = [] } = output;
  if (annotations.length > MOST_ANNOTATIONS) {
    const message = `No more than ${MOST_ANNOTATIONS} items are allowed; ${annotations.length} were supplied.`;
    throw invalid("CheckRun", "annotations", "custom", message);
  }
  for (const { start_line: start, end_line: end, ...columns } of annotations) {
    const hasColumns = columns.start_column != null || columns.end_column != null;
    if (end < start || (hasColumns && start !== end)) {
      throw invalid("CheckAnnotation", end < start ? "end_line" : "start_column", "invalid");
    }
  }
}
