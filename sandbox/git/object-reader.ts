import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import { SAFE_SETTINGS, safeEnvironment } from "../../src/worktree/git/safe-settings.ts";

export interface FoundObject {
  readonly sha: string;
  readonly type: string;
  readonly size: number;
  /** Empty where only its name was asked for. */
  readonly content: Buffer;
}

interface Question {
  readonly withContent: boolean;
  answer(found: FoundObject | null): void;
  fail(error: Error): void;
}

/**
 * Objects by their names, from one git that is asked again and again: to start one for each question
 * took most of the time of whoever used a sandbox. It looks into the folder each time, so that it
 * knows what others have pushed.
 */
export class ObjectReader {
  readonly #git: ChildProcess;
  readonly #waiting: Question[] = [];
  #said = Buffer.alloc(0);
  #isOver = false;

  constructor(folder: string) {
    const args = [...SAFE_SETTINGS, "--git-dir=.", "cat-file", "--batch-command"];
    const git = spawn("git", args, {
      cwd: folder,
      env: safeEnvironment(folder, process.env),
      stdio: ["pipe", "pipe", "ignore"],
    });
    git.on("error", ({ message }) => this.#fail(`git could not be started (${message})`));
    git.on("close", (code) => this.#fail(`git ended with ${code}`));
    git.stdin.on("error", () => {});
    git.stdout.on("data", (chunk: Buffer) => {
      this.#said = Buffer.concat([this.#said, chunk]);
      this.#answer();
      if (this.#waiting.length === 0) this.#keepAlive(false);
    });
    this.#git = git;
  }

  /** Whether another one has to be asked from now on. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * What a full name (`refs/…`, or forty digits) stands for; `null` where there is nothing.
   *
   * @param withContent whether its bytes are wanted too
   */
  find(name: string, withContent = false): Promise<FoundObject | null> {
    // No ref has such a name, and a line ends a question.
    if (name === "" || /\p{Cc}/u.test(name)) return Promise.resolve(null);
    return new Promise((answer, fail) => {
      this.#waiting.push({ withContent, answer, fail });
      this.#keepAlive(true);
      this.#git.stdin?.write(`${withContent ? "contents" : "info"} ${name}\n`);
    });
  }

  /** What was asked is still answered. */
  end(): void {
    this.#isOver = true;
    this.#git.stdin?.end();
  }

  #fail(why: string): void {
    this.#isOver = true;
    for (const { fail } of this.#waiting.splice(0)) fail(new Error(why));
  }

  /** Answers what has been answered whole, which is in the order of the questions. */
  #answer(): void {
    for (;;) {
      const [question] = this.#waiting;
      const end = this.#said.indexOf("\n");
      if (question === undefined || end < 0) return;
      const head = this.#said.toString("utf8", 0, end);
      const [, sha, type = "", size] = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(head) ?? [];
      const isFollowed = question.withContent && sha !== undefined;
      const until = isFollowed ? end + 1 + Number(size) : end;
      if (this.#said.length <= until) return;
      const content = Buffer.from(this.#said.subarray(end + 1, Math.max(end + 1, until)));
      this.#said = this.#said.subarray(until + 1);
      this.#waiting.shift();
      question.answer(sha === undefined ? null : { sha, type, size: Number(size), content });
    }
  }

  /** Whether this process goes on for its sake: only while an answer is awaited. */
  #keepAlive(isAwaited: boolean): void {
    const { stdin, stdout } = this.#git;
    for (const one of [this.#git, stdin, stdout]) {
      if (one !== this.#git && !(one instanceof Socket)) continue;
      if (isAwaited) one.ref();
      else one.unref();
    }
  }
}
