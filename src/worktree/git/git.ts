import { spawn } from "node:child_process";
import type { MissingReason } from "../../model/fact.ts";
import { SAFE_SETTINGS, safeEnvironment } from "./safe-settings.ts";

const MIB = 1024 * 1024;

export interface GitLimits {
  /** Milliseconds one call may take. */
  readonly time: number;
  /** Bytes one call may answer. */
  readonly output: number;
}

const LIMITS: GitLimits = { time: 60_000, output: 512 * MIB };

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  /** The first part of it. */
  readonly stderr: string;
}

/** Git could not answer. `message` is one clause that ends a sentence. */
export class GitFailure extends Error {
  readonly reason: MissingReason;

  constructor(reason: MissingReason, message: string) {
    super(message);
    this.name = "GitFailure";
    this.reason = reason;
  }
}

/** Runs git in one folder, without letting that folder's repository run anything. */
export class Git {
  readonly root: string;
  readonly #program: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #limits: GitLimits;

  constructor(program: string, root: string, limits: GitLimits = LIMITS) {
    this.root = root;
    this.#program = program;
    this.#environment = safeEnvironment(root, process.env);
    this.#limits = limits;
  }

  /**
   * What git says, whatever its exit code. The arguments reach it as they are, without a shell.
   *
   * @throws {GitFailure} when it cannot be started, takes too long or says too much.
   */
  ask(args: readonly string[], input: string | Buffer = ""): Promise<GitAnswer> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.#program, [...SAFE_SETTINGS, ...args], {
        cwd: this.root,
        env: this.#environment,
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true,
      });
      const stdout: Buffer[] = [];
      let size = 0;
      let stderr = "";
      const stop = (failure: GitFailure) => {
        clearTimeout(timer);
        child.kill("SIGKILL");
        reject(failure);
      };
      const timer = setTimeout(() => {
        stop(new GitFailure("timed-out", `\`git ${args[0]}\` took too long`));
      }, this.#limits.time);
      child.on("error", (error) => {
        stop(new GitFailure("unreadable", `git could not be started (${error.message})`));
      });
      child.stdout.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > this.#limits.output) {
          stop(new GitFailure("too-large", `\`git ${args[0]}\` has too much to say`));
        } else stdout.push(chunk);
      });
      child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
        if (stderr.length < MIB) stderr += chunk;
      });
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr });
      });
      // It may end before it has read everything; what it says then tells why.
      child.stdin.on("error", () => {});
      child.stdin.end(input);
    });
  }

  /**
   * What git says, decoded; names that are not UTF-8 come with replacement characters.
   *
   * @throws {GitFailure} also when it ends with an error.
   */
  async text(args: readonly string[], input: string | Buffer = ""): Promise<string> {
    const { code, stdout, stderr } = await this.ask(args, input);
    if (code !== 0) throw gitError(args, stderr);
    return stdout.toString("utf8");
  }
}

/** A failure in git's own words, the line that counts only. */
export function gitError(args: readonly string[], stderr: string): GitFailure {
  const lines = stderr.trim().split("\n");
  const line = lines.find((other) => /^(fatal|error): /.test(other)) ?? lines[0] ?? "";
  const said = line.replace(/^(fatal|error): /, "").replace(/\.$/, "");
  return new GitFailure(
    "unreadable",
    said === "" ? `\`git ${args[0]}\` failed` : `git says: ${said}`,
  );
}

/** Parts that git ended with NUL. */
export function records(output: string): string[] {
  const parts = output.split("\0");
  if (parts.at(-1) === "") parts.pop();
  return parts;
}
