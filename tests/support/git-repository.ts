import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder for several tests that only read; to be called beside them, not in them. */
export function sharedFolder(): string {
  const folder = newFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "stage-gates-")));
}

/** A folder to put things into, with or without git. */
export class TestFolder {
  readonly root: string;

  constructor(root: string = temporaryFolder()) {
    this.root = root;
  }

  path(name: string): string {
    return join(this.root, name);
  }

  write(name: string, content: string | Uint8Array = "text\n", mode = 0o644): this {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    chmodSync(this.path(name), mode);
    return this;
  }

  folder(name: string): this {
    mkdirSync(this.path(name), { recursive: true });
    return this;
  }

  link(name: string, target: string): this {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    symlinkSync(target, this.path(name));
    return this;
  }

  pipe(name: string): this {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    execFileSync("mkfifo", [this.path(name)]);
    return this;
  }

  remove(name: string): this {
    rmSync(this.path(name), { recursive: true });
    return this;
  }

  unlink(name: string): this {
    unlinkSync(this.path(name));
    return this;
  }
}

/** A real repository, made without the settings of whoever runs the tests. */
export class GitRepository extends TestFolder {
  /** Seconds since 1970 of the next commit; each is a minute later than the one before. */
  #clock = Date.parse("2026-09-01T08:00:00Z") / 1000;

  static create(root: string = temporaryFolder()): GitRepository {
    const repository = new GitRepository(root);
    mkdirSync(root, { recursive: true });
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  /** A clone over a file URL, so that `--depth` means something. */
  static clone(from: GitRepository, ...options: string[]): GitRepository {
    const clone = new GitRepository(join(temporaryFolder(), "clone"));
    run(from.root, ["clone", "--quiet", ...options, `file://${from.root}`, clone.root]);
    return clone;
  }

  git(...args: string[]): string {
    return run(this.root, args, this.#clock);
  }

  /** Commits everything there is; answers the commit. */
  commit(message = "change", at?: string): string {
    if (at !== undefined) this.#clock = Date.parse(at) / 1000;
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", message);
    this.#clock += 60;
    return this.git("rev-parse", "HEAD");
  }

  branch(name: string): this {
    this.git("checkout", "--quiet", "-b", name);
    return this;
  }

  /** Merges with a merge commit; answers it. */
  merge(name: string, at?: string): string {
    if (at !== undefined) this.#clock = Date.parse(at) / 1000;
    this.git("merge", "--quiet", "--no-ff", "--no-edit", name);
    this.#clock += 60;
    return this.git("rev-parse", "HEAD");
  }
}

function run(folder: string, args: readonly string[], seconds = 1_788_000_000): string {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  const when = `${seconds} +0000`;
  const person = { NAME: "Test", EMAIL: "test@example.com", DATE: when };
  const people = ["AUTHOR", "COMMITTER"].flatMap((role) =>
    Object.entries(person).map(([key, value]) => [`GIT_${role}_${key}`, value]),
  );
  const environment = {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(people),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    LC_ALL: "C",
  };
  const allow = ["-c", "protocol.file.allow=always"];
  return execFileSync("git", [...allow, ...args], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}
