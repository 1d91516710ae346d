import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderJson
} from "./chunk-7AVNNLXI.js";
import {
  renderMarkdown
} from "./chunk-AXJBJRHJ.js";
import "./chunk-DOMC7MEP.js";
import {
  renderGithub
} from "./chunk-4ZLHKIHF.js";
import "./chunk-MGRBYFJD.js";
import {
  contextOf
} from "./chunk-YWFD4VWM.js";
import "./chunk-EI5M2NBG.js";
import {
  error,
  info,
  setOutput,
  summary,
  warning
} from "./chunk-V62ANWKC.js";
import "./chunk-CLABFSJU.js";
import {
  isBlocking
} from "./chunk-MOFI6JKW.js";
import "./chunk-OBXZQG3I.js";
import {
  inertLine,
  inertSource
} from "./chunk-UR5HFCGQ.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import "./chunk-JULNA7AP.js";

// src/action/tell.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

// src/action/permissions.ts
var PERMISSIONS_OF = {
  "set-status": "statuses: write",
  "create-check-run": "checks: write",
  "update-check-run": "checks: write",
  "create-comment": "pull-requests: write",
  "update-comment": "pull-requests: write",
  "delete-comment": "pull-requests: write",
  react: "pull-requests: write",
  reply: "pull-requests: write",
  "create-issue": "issues: write",
  "update-issue": "issues: write",
  "close-issue": "issues: write",
  "reopen-issue": "issues: write"
};
var WHAT = {
  "set-status": "the status could not be written",
  "create-check-run": "the check run could not be made",
  "update-check-run": "the check run could not be brought up to date",
  "create-comment": "the comment could not be written",
  "update-comment": "the comment could not be brought up to date",
  "delete-comment": "a second comment of ours could not be deleted",
  react: "the command could not be acknowledged",
  reply: "the command could not be answered",
  "create-issue": "an issue could not be opened",
  "update-issue": "an issue could not be brought up to date",
  "close-issue": "an issue could not be closed",
  "reopen-issue": "an issue could not be reopened"
};
function judgingFailureText(number, { message }) {
  const line = / lacks `/.test(message) ? "; add it to the job's `permissions`" : "";
  return `#${number} could not be judged: ${message}${line}`;
}
function failureText({ effect, failure }, event) {
  if (failure === null) return null;
  const what = `${WHAT[effect.kind]}: ${failure.message}`;
  if (failure.reason !== "forbidden") return what;
  const permission = PERMISSIONS_OF[effect.kind];
  const fork = event === "pull_request" || event === "pull_request_review" ? `; on \`${event}\` a pull request of a fork gets a token that only reads, whatever the workflow says: run on \`pull_request_target\` and \`schedule\` as well` : "";
  return `${what}; add \`${permission}\` to the job's \`permissions\`${fork}`;
}

// src/action/report.ts
function reportOf(ran, { event, dryRun }) {
  const verdicts = ran.attempts.flatMap(verdictOf);
  const applied = ran.attempts.flatMap(({ promoted }) => promoted?.applied ?? []);
  const worst = worstOf(verdicts);
  const failed = applied.filter(({ failure }) => failure !== null);
  const isStatus = ({ effect }) => effect.kind === "set-status";
  const comment = applied.find(({ effect, url }) => effect.kind !== "reply" && url !== void 0);
  const texts = (list) => list.flatMap((one) => failureText(one, event) ?? []);
  return {
    outputs: {
      decision: worst?.decision ?? "",
      failing: [...new Set(verdicts.flatMap(blockingGates))],
      "comment-url": comment?.url ?? ""
    },
    verdicts,
    lines: ran.nothing === null ? [...ran.attempts.map((one) => lineOf(one, dryRun)), ...unseenIn(ran.attempts)] : [ran.nothing],
    errors: [
      ...ran.attempts.flatMap(
        ({ number, failure }) => failure === null ? [] : [judgingFailureText(number, failure)]
      ),
      ...texts(failed.filter(isStatus))
    ],
    warnings: texts(failed.filter((one) => !isStatus(one)))
  };
}
function verdictOf({ promoted }) {
  const outcome = promoted?.outcome;
  return outcome?.state === "judged" || outcome?.state === "invalid" ? [outcome.verdict] : [];
}
function unseenIn(attempts) {
  const unseen = attempts.flatMap(
    ({ promoted }) => promoted?.outcome.state === "judged" ? promoted.outcome.unseen ?? [] : []
  );
  return [...new Set(unseen)].map(
    (name) => `no organization policy was seen: if there is a private \`${name}\`, give \`org-token\``
  );
}
var RANKS = ["no-go", "undetermined", "conditional-go", "go"];
function worstOf(verdicts) {
  return verdicts.toSorted((a, b) => RANKS.indexOf(a.decision) - RANKS.indexOf(b.decision))[0];
}
function blockingGates({ gates }) {
  return gates.filter(({ outcome }) => isBlocking(outcome)).map(({ id }) => id);
}
function lineOf({ number, promoted, failure }, dryRun) {
  if (promoted === null) return `#${number}: could not be judged: ${failure.message}`;
  const { outcome, pull, applied } = promoted;
  switch (outcome.state) {
    case "closed":
      return `#${number}: is closed, nothing to do`;
    case "moving":
      return `#${number}: moved while it was judged; the run of its new commit has it`;
    case "no-promotion":
      return `#${number}: no stage owns the branch ${JSON.stringify(pull.baseBranch)}, nothing to do`;
    default: {
      const written = applied.filter((one) => one.failure === null).length;
      const { decision, stage } = outcome.verdict;
      const changes = written === 0 ? "nothing changed" : `${written} ${dryRun ? "to be written" : "written"}`;
      return `#${number}: ${contextOf(stage)}: ${decision} (${changes})`;
    }
  }
}

// src/action/tell.ts
var LONGEST_SUMMARY = 900 * 1024;
async function tell(ran, { event, dryRun, folder }) {
  const report = reportOf(ran, { event, dryRun });
  const path = join(folder, "stage-gates-report.json");
  const texts = report.verdicts.map(renderJson);
  const [only = "[]\n"] = texts.length === 1 ? texts : [`[${texts.join(",")}]
`];
  writeFileSync(path, only);
  setOutput("decision", report.outputs.decision);
  setOutput("failing", JSON.stringify(report.outputs.failing));
  setOutput("report-path", path);
  setOutput("comment-url", report.outputs["comment-url"]);
  for (const line of report.lines) info(inertLine(line));
  if (dryRun) for (const line of wouldChange(ran)) info(inertSource(line));
  if (report.verdicts.length === 1) {
    for (const verdict of report.verdicts) process.stdout.write(renderGithub(verdict));
  }
  for (const warning2 of report.warnings) warning(inertLine(warning2));
  for (const error2 of report.errors) error(inertLine(error2));
  await summarize(report.verdicts.map((verdict) => renderMarkdown(verdict)));
  if (report.errors.length > 0) process.exitCode = 1;
}
function wouldChange(ran) {
  return ran.attempts.flatMap(
    ({ promoted }) => (promoted?.applied ?? []).map(({ effect }) => `dry run, not done: ${JSON.stringify(effect)}`)
  );
}
async function summarize(reports) {
  if (process.env.GITHUB_STEP_SUMMARY === void 0) return;
  let length = 0;
  for (const [index, report] of reports.entries()) {
    length += Buffer.byteLength(report);
    if (length > LONGEST_SUMMARY) {
      summary.addRaw(`
${reports.length - index} more in the report.
`);
      break;
    }
    summary.addRaw(`${report}

`);
  }
  await summary.write();
}
export {
  tell
};
