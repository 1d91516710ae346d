import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

const SCRIPT = new URL("../../scripts/sandbox.ts", import.meta.url).pathname;

/** Starts the script with a folder of its own for what it leaves. */
function start(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, TMPDIR: folder };
  const child = spawn(process.execPath, [SCRIPT, ...args], { env });
  const said = { text: "" };
  const listen = (part: Buffer) => {
    said.text += part.toString("utf8");
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const saying = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.text.includes(words) && resolve();
      child.stdout.on("data", look);
      child.once("close", () => reject(new Error(`it ended and said: ${said.text}`)));
    });
  return { child, said, ended, saying };
}

test("what is printed works, and nothing is left", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-script-"));
  const { child, said, ended, saying } = start(folder);
  try {
    await saying("Traffic that GitHub");
    const page = /http:\S+\/pull\/\d+/.exec(said.text)?.[0] ?? "";
    const html = await (await fetch(page)).text();
    expect(html).toContain("Launch to a tenth of all adjusters");
    expect(html).toContain("Expected — waiting for status to be reported");
    const api = /GITHUB_API_URL=(\S+)/.exec(said.text)?.[1];
    const token = /(\S+) {2}the workflow/.exec(said.text)?.[1];
    const repository = /GITHUB_REPOSITORY=(\S+)/.exec(said.text)?.[1];
    const headers = { authorization: `bearer ${token}` };
    const pulls = await fetch(`${api}/repos/${repository}/pulls`, { headers });
    expect(await pulls.json()).toMatchObject([{ number: 231, base: { ref: "production" } }]);
    const unknown = await fetch(`${api}/repos/${repository}/gates`, { headers });
    expect(unknown.status).toBe(404);
    const clone = /git clone (\S+\/acme\/empty\.git)/.exec(said.text)?.[1] ?? "";
    const refs = await fetch(`${clone.replace(/\/\/.*@/, "//")}/info/refs?service=git-upload-pack`);
    expect(refs.status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    child.kill("SIGKILL");
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
});

test.each(["none", "-1", "65536", "1.5"])("--port=%s is refused", async (port) => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-script-"));
  const { said, ended } = start(folder, `--port=${port}`);
  expect(await ended).toBe(1);
  expect(said.text).toContain(`\`${port}\` is no port`);
  rmSync(folder, { recursive: true });
});
