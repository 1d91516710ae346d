import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  getInput,
  setFailed,
  setSecret
} from "./chunk-V62ANWKC.js";
import "./chunk-CLABFSJU.js";
import {
  hardenClient
} from "./chunk-JKP27CPX.js";
import {
  ServerClock
} from "./chunk-EFNJMRUO.js";
import {
  dataAt
} from "./chunk-KKEM3PDJ.js";
import {
  failureOf
} from "./chunk-OMCSVZS3.js";
import "./chunk-5SW2YIMI.js";
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";
import "./chunk-2UVS6TJC.js";
import "./chunk-JULNA7AP.js";

// src/action/main.ts
import { readFileSync } from "node:fs";
import process from "node:process";

// src/action/event.ts
var InputError = class extends Error {
};
function subjectOf(name, payload, wanted) {
  if (wanted !== null) return { kind: "pull", number: wanted, comment: null };
  const event = new Payload(payload);
  switch (name) {
    case "pull_request":
    case "pull_request_target":
    case "pull_request_review":
      return { kind: "pull", number: event.pull("pull_request", "number"), comment: null };
    case "issue_comment": {
      if (event.at("issue", "pull_request") === void 0) {
        return { kind: "nothing", why: "the comment is on an issue, not on a pull request" };
      }
      const isNew = event.at("action") === "created";
      const comment = isNew ? String(event.number("comment", "id")) : null;
      return { kind: "pull", number: event.pull("issue", "number"), comment };
    }
    case "merge_group":
      return {
        kind: "merge-group",
        head: event.text("merge_group", "head_sha"),
        base: event.text("merge_group", "base_ref").replace(/^refs\/heads\//, "")
      };
    case "push":
    case "schedule":
      return { kind: "all" };
    case "workflow_dispatch": {
      const number = event.at("inputs", "pr");
      if (number === void 0 || number === null || number === "") return { kind: "all" };
      return { kind: "pull", number: pullNumber(String(number)), comment: null };
    }
    default:
      throw new InputError(
        `the event \`${name}\` says nothing about a promotion; run on \`pull_request_target\`, \`pull_request_review\`, \`issue_comment\`, \`merge_group\`, \`push\`, \`schedule\` or \`workflow_dispatch\``
      );
  }
}
var LARGEST_NUMBER = 2 ** 31 - 1;
function pullNumber(text) {
  const number = Number(/^#?([1-9]\d{0,9})$/.exec(text.trim())?.[1]);
  if (number <= LARGEST_NUMBER) return number;
  throw new InputError(`\`${text}\` is no number of a pull request; give one such as \`12\``);
}
var Payload = class {
  #payload;
  constructor(payload) {
    this.#payload = payload;
  }
  at(...path) {
    return dataAt(this.#payload, ...path);
  }
  pull(...path) {
    return pullNumber(String(this.number(...path)));
  }
  number(...path) {
    const value = this.at(...path);
    if (Number.isSafeInteger(value) && value > 0) return value;
    throw new InputError(
      `the event has no \`${path.join(".")}\`, so nobody knows what it is about`
    );
  }
  text(...path) {
    const value = this.at(...path);
    if (typeof value === "string" && value !== "") return value;
    throw new InputError(
      `the event has no \`${path.join(".")}\`, so nobody knows what it is about`
    );
  }
};

// src/action/inputs.ts
function readInputs(read) {
  const token = read("token");
  if (token === "") {
    throw new InputError("there is no token; leave the input `token` out to use `github.token`");
  }
  const pull = read("pr");
  return {
    token,
    organizationToken: read("org-token") || null,
    pull: pull === "" ? null : pullNumber(pull),
    policyBranch: read("policy-branch") || null,
    comment: flag("comment", read("comment"), true),
    issues: flag("issues", read("issues"), true),
    dryRun: flag("dry-run", read("dry-run"), false)
  };
}
function flag(name, text, standard) {
  if (text === "") return standard;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new InputError(`the input \`${name}\` is \`${text}\`; it is \`true\` or \`false\``);
}

// src/action/open-clients.ts
async function openClients({ token, organizationToken }, clock) {
  const { getOctokit } = await import("./github-G2Z4GKJ3.js");
  const open = (auth) => hardenClient(getOctokit(auth, { userAgent: "stage-gates" }), (date) => clock.hear(date));
  return {
    client: open(token),
    organizationClient: organizationToken === null ? null : open(organizationToken)
  };
}

// src/action/start-opening.ts
import { subscribe, unsubscribe } from "node:diagnostics_channel";
var SENT = "undici:client:sendHeaders";
async function startOpening(options) {
  const { openPull } = await import("./open-pull-NXRMS73G.js");
  let tell = () => void 0;
  const sent = new Promise((resolve) => {
    tell = () => resolve();
  });
  subscribe(SENT, tell);
  const opened = openPull(options);
  const settled = opened.catch(() => void 0);
  await Promise.race([sent, settled]);
  unsubscribe(SENT, tell);
  return { opened };
}

// src/action/main.ts
var LARGEST_EVENT = 32 * 1024 * 1024;
async function main() {
  const { env } = process;
  const inputs = readInputs((name2) => getInput(name2));
  for (const secret of [inputs.token, inputs.organizationToken]) {
    if (secret !== null) setSecret(secret);
  }
  const event = env.GITHUB_EVENT_NAME ?? "";
  const subject = subjectOf(event, readEvent(env.GITHUB_EVENT_PATH), inputs.pull);
  const [owner, name] = (env.GITHUB_REPOSITORY ?? "").split("/");
  if (!owner || !name) throw new InputError("`GITHUB_REPOSITORY` does not name a repository");
  const clock = new ServerClock(Date.now);
  const clients = await openClients(inputs, clock);
  const about = { ...clients, name: { owner, name }, policyBranch: inputs.policyBranch };
  const opening = subject.kind === "pull" ? await startOpening({ ...about, number: subject.number }) : null;
  const { runAction } = await import("./run-action-45E6NQFD.js");
  const { openPacks } = await import("./template-files-P2OF3FEH.js");
  const promoting = {
    ...about,
    voice: "status",
    packs: openPacks(),
    now: () => clock.now(),
    reportUrl: runUrl(env),
    wants: { comment: inputs.comment, issues: inputs.issues, dryRun: inputs.dryRun }
  };
  const ran = await runAction(subject, promoting, opening?.opened);
  const { tell } = await import("./tell-FEKPSSJJ.js");
  await tell(ran, { event, dryRun: inputs.dryRun, folder: env.RUNNER_TEMP ?? "." });
}
function readEvent(path) {
  if (path === void 0 || path === "") return {};
  try {
    const text = readFileSync(path, "utf8");
    if (text.length > LARGEST_EVENT)
      throw new InputError("the event is larger than any of GitHub's");
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `the event in \`GITHUB_EVENT_PATH\` cannot be read: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}
function runUrl({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY,
  GITHUB_RUN_ID: id
}) {
  return server && id ? `${server}/${GITHUB_REPOSITORY}/actions/runs/${id}` : null;
}
main().catch((error) => {
  const message = error instanceof InputError ? error.message : messageOf(error);
  setFailed(inertLine(message));
});
function messageOf(error) {
  try {
    return `GitHub could not be asked: ${failureOf(error).message}`;
  } catch {
    return `stage-gates failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
