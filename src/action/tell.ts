import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import * as core from "@actions/core";
import { renderGithub } from "../render/github.ts";
import { inertLine, inertSource } from "../render/inert-text.ts";
import { renderJson } from "../render/json.ts";
import { renderMarkdown } from "../render/markdown.ts";
import { reportOf } from "./report.ts";
import type { Ran } from "./run-action.ts";

/** A summary over 1,024 KiB is dropped whole. */
const LONGEST_SUMMARY = 900 * 1024;

export interface Telling {
  readonly event: string;
  readonly dryRun: boolean;
  /** Where the report is put. */
  readonly folder: string;
}

/** Tells the runner: outputs, the log, annotations, the summary, and whether the step failed. */
export async function tell(ran: Ran, { event, dryRun, folder }: Telling): Promise<void> {
  const report = reportOf(ran, { event, dryRun });
  const path = join(folder, "stage-gates-report.json");
  const texts = report.verdicts.map(renderJson);
  const [only = "[]\n"] = texts.length === 1 ? texts : [`[${texts.join(",")}]\n`];
  writeFileSync(path, only);
  core.setOutput("decision", report.outputs.decision);
  core.setOutput("failing", JSON.stringify(report.outputs.failing));
  core.setOutput("report-path", path);
  core.setOutput("comment-url", report.outputs["comment-url"]);
  for (const line of report.lines) core.info(inertLine(line));
  if (dryRun) for (const line of wouldChange(ran)) core.info(inertSource(line));
  if (report.verdicts.length === 1) {
    for (const verdict of report.verdicts) process.stdout.write(renderGithub(verdict));
  }
  for (const warning of report.warnings) core.warning(inertLine(warning));
  for (const error of report.errors) core.error(inertLine(error));
  await summarize(report.verdicts.map((verdict) => renderMarkdown(verdict)));
  if (report.errors.length > 0) process.exitCode = 1;
}

function wouldChange(ran: Ran): readonly string[] {
  return ran.attempts.flatMap(({ promoted }) =>
    (promoted?.applied ?? []).map(({ effect }) => `dry run, not done: ${JSON.stringify(effect)}`),
  );
}

/** Whole reports only: a markdown cut in the middle would show whatever stands behind it as its own. */
async function summarize(reports: readonly string[]): Promise<void> {
  if (process.env.GITHUB_STEP_SUMMARY === undefined) return;
  let length = 0;
  for (const [index, report] of reports.entries()) {
    length += Buffer.byteLength(report);
    if (length > LONGEST_SUMMARY) {
      core.summary.addRaw(`\n${reports.length - index} more in the report.\n`);
      break;
    }
    core.summary.addRaw(`${report}\n\n`);
  }
  await core.summary.write();
}
