import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ACTION = fileURLToPath(new URL("../../dist/action.js", import.meta.url));

export interface Step {
  /** `GITHUB_API_URL` and `GITHUB_SERVER_URL` come from here. */
  readonly addresses: { readonly api: string; readonly html: string };
  readonly repository: string;
  readonly event: string;
  /** The event as GitHub writes it; text is written as it is, `undefined` leaves the file out. */
  readonly payload?: unknown;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: unknown;
}

/** Runs the built action as the runner does: in a process of its own, with nothing but its environment. */
export async function runStep(step: Step): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), "runner-"));
  const file = (name: string, text = "") => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  try {
    const { payload } = step;
    const text = typeof payload === "string" ? payload : JSON.stringify(payload);
    const [output, summary] = [file("output"), file("summary")];
    const env = {
      PATH: process.env.PATH ?? "",
      GITHUB_API_URL: step.addresses.api,
      GITHUB_GRAPHQL_URL: step.addresses.api.replace("/v3", "/graphql"),
      GITHUB_SERVER_URL: step.addresses.html,
      GITHUB_REPOSITORY: step.repository,
      GITHUB_RUN_ID: "4711",
      GITHUB_EVENT_NAME: step.event,
      GITHUB_EVENT_PATH:
        payload === undefined ? join(folder, "nothing.json") : file("event.json", text),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: folder,
      ...Object.fromEntries(
        Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...step.env,
    };
    const { code, log } = await run(env, folder);
    const report = join(folder, "stage-gates-report.json");
    return {
      code,
      log,
      outputs: parseOutputs(readFileSync(output, "utf8")),
      summary: readFileSync(summary, "utf8"),
      report: existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<{ readonly code: number | null; readonly log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ACTION], {
      env,
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        log += text;
      });
    }
    child.on("error", reject).on("close", (code) => resolve({ code, log }));
  });
}

/** `name<<delimiter`, lines, `delimiter`: as `@actions/core` writes outputs and the runner reads them. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, delimiter] = /^([^<]+)<<(.+)$/.exec(lines[index] ?? "") ?? [];
    if (name === undefined) continue;
    const end = lines.indexOf(delimiter ?? "", index + 1);
    outputs[name] = lines.slice(index + 1, end).join("\n");
    index = end;
  }
  return outputs;
}
