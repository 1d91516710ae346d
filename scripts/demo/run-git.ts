import { execFile } from "node:child_process";
import { promisify } from "node:util";

const IDENTITY = ["-c", "user.name=demo", "-c", "user.email=demo@example.invalid"];

export async function runGit(cwd: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)("git", [...IDENTITY, ...args], { cwd });
}
