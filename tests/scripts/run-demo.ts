import { spawn } from "node:child_process";
import process from "node:process";

const SCRIPT = new URL("../../scripts/demo.ts", import.meta.url).pathname;

/** @param folder what the demo leaves would be in there */
export function runDemo(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    env: { ...process.env, TMPDIR: folder, NO_COLOR: "1", ...env },
  });
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      said.text += part;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const saying = (words: string) =>
    new Promise<void>((resolve, reject) => {
      child.stdout.on("data", () => said.text.includes(words) && resolve());
      child.once("close", () => reject(new Error(`it ended and said: ${said.text}`)));
    });
  return { child, said, ended, saying };
}

/** Where each is told, in the order in which they are to be; a broken one is named. */
export function untold(text: string, scenes: readonly string[]): string | undefined {
  let at = 0;
  return scenes.find((scene) => {
    at = text.indexOf(scene, at);
    return at === -1;
  });
}
