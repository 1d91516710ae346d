import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  suggest
} from "./chunk-P6TVZRK3.js";

// src/worktree/git/refs.ts
async function readRefs(git, names) {
  const format = "--format=%(refname)%00%(objectname)%00%(*objectname)%00%(symref)";
  const output = await git.text(["for-each-ref", format, "--", ...names]);
  const asked = new Set(names);
  const refs = /* @__PURE__ */ new Map();
  for (const line of output.split("\n")) {
    const [name = "", object = "", peeled = "", target = ""] = line.split("\0");
    if (!asked.has(name)) continue;
    refs.set(name, {
      commit: peeled === "" ? object : peeled,
      target: target === "" ? null : target
    });
  }
  return refs;
}
async function branchNames(git) {
  const args = ["for-each-ref", "--format=%(refname)", "--", "refs/heads", "refs/remotes"];
  const output = await git.text(args);
  return output.split("\n").filter((name) => name !== "" && !name.endsWith("/HEAD")).map((name) => name.replace(/^refs\/(heads|remotes)\//, ""));
}

// src/worktree/checkout.ts
import { lstatSync, realpathSync as realpathSync2, statSync as statSync2 } from "node:fs";
import { dirname as dirname2, join as join2 } from "node:path";

// src/worktree/git/checkout-error.ts
var CheckoutError = class extends Error {
  code;
  help;
  constructor(code, message, help) {
    super(message);
    this.name = "CheckoutError";
    this.code = code;
    this.help = help;
  }
};

// src/worktree/git/base-ref.ts
var COMMIT = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
function refsForBase(base) {
  if (!isPlain(base) || COMMIT.test(base) || base === "HEAD") return [];
  const full = base.startsWith("refs/") ? [base] : [];
  const short = ["heads", "remotes", "remotes/origin", "tags"].map((at) => `refs/${at}/${base}`);
  return [...full, ...short];
}
async function resolveBase(git, base, refs) {
  if (!isPlain(base)) {
    throw new CheckoutError("base-invalid", `\`${base}\` is no name of a branch or commit`, null);
  }
  for (const name of refsForBase(base)) {
    const ref = refs.get(name);
    if (ref !== void 0) return { ...namesOf(ref.target ?? name), commit: ref.commit };
  }
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${base}^{commit}`];
  const { code, stdout } = await git.ask(args);
  const commit = stdout.toString("utf8").trim();
  if (code === 0 && COMMIT.test(commit)) return { ref: base, branch: null, commit };
  throw await unknown(git, base);
}
function isPlain(base) {
  return /^[^-\s:\p{Cc}][^\s:\p{Cc}]*$/u.test(base) && !/\.\.|\^\{/.test(base);
}
function namesOf(name) {
  const ref = name.replace(/^refs\/(heads|remotes|tags)\//, "");
  if (name.startsWith("refs/heads/")) return { ref, branch: ref };
  if (!name.startsWith("refs/remotes/")) return { ref, branch: null };
  return { ref, branch: ref.replace(/^[^/]*\//, "") };
}
var MOST_NAMED = 8;
async function unknown(git, base) {
  const names = await branchNames(git);
  const meant = suggest(base, names);
  const some = names.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  const list = names.length === 0 ? "there are no branches yet" : `there are ${some.join(", ")}`;
  const help = [
    ...meant === null ? [] : [`did you mean \`${meant}\`?`],
    `${list}${more}; \`git fetch origin ${base}\` brings a branch from GitHub`
  ];
  return new CheckoutError(
    "base-unknown",
    `there is no branch or commit \`${base}\` in this clone`,
    help.join(" ")
  );
}

// src/worktree/git/git.ts
import { spawn } from "node:child_process";

// src/worktree/git/safe-settings.ts
import { dirname } from "node:path";
var SAFE_SETTINGS = [
  "--no-pager",
  // A program asked for changed files whenever the index is read. Empty switches it off in every
  // version; older ones would take the word `false` for the program's name.
  ...set("core.fsmonitor", ""),
  // Hooks such as `post-index-change`.
  ...set("core.hooksPath", "/dev/null"),
  // `log` would start `gpg.program` to check signatures.
  ...set("log.showSignature", "false"),
  // A folder inside the work tree that looks like a bare repository brings its own settings.
  ...set("safe.bareRepository", "explicit"),
  // In a partial clone a missing object starts a transport, which can be any command (`ext::`).
  ...set("protocol.allow", "never"),
  // Not a danger, but they would change what is answered.
  ...set("log.follow", "false"),
  ...set("log.showRoot", "true"),
  ...set("core.quotePath", "false"),
  ...set("color.ui", "false")
];
function set(key, value) {
  return ["-c", `${key}=${value}`];
}
var KEPT = /* @__PURE__ */ new Set([
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_CONFIG_SYSTEM",
  "GIT_EXEC_PATH"
]);
function safeEnvironment(root, environment) {
  const kept = Object.entries(environment).filter(
    ([name]) => !name.toUpperCase().startsWith("GIT_") || KEPT.has(name.toUpperCase())
  );
  return {
    ...Object.fromEntries(kept),
    // Messages in English, and no sorting by the user's language.
    LC_ALL: "C",
    LANGUAGE: "",
    // Only this very folder: `checkout.ts` walks up itself and knows which `.git` it found.
    GIT_CEILING_DIRECTORIES: dirname(root),
    // Paths are what they say: no wildcards, no `:(…)`.
    GIT_LITERAL_PATHSPECS: "1",
    // Judging changes nothing, not even the index.
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // GitHub does not know of replaced objects.
    GIT_NO_REPLACE_OBJECTS: "1",
    // See `protocol.allow`; the first for newer versions, the second for all.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none"
  };
}

// src/worktree/git/git.ts
var MIB = 1024 * 1024;
var LIMITS = { time: 6e4, output: 512 * MIB };
var GitFailure = class extends Error {
  reason;
  constructor(reason, message) {
    super(message);
    this.name = "GitFailure";
    this.reason = reason;
  }
};
var Git = class {
  root;
  #program;
  #environment;
  #limits;
  constructor(program, root, limits = LIMITS) {
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
  ask(args, input = "") {
    return new Promise((resolve, reject) => {
      const child = spawn(this.#program, [...SAFE_SETTINGS, ...args], {
        cwd: this.root,
        env: this.#environment,
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true
      });
      const stdout = [];
      let size = 0;
      let stderr = "";
      const stop = (failure) => {
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
      child.stdout.on("data", (chunk) => {
        size += chunk.length;
        if (size > this.#limits.output) {
          stop(new GitFailure("too-large", `\`git ${args[0]}\` has too much to say`));
        } else stdout.push(chunk);
      });
      child.stderr.setEncoding("utf8").on("data", (chunk) => {
        if (stderr.length < MIB) stderr += chunk;
      });
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr });
      });
      child.stdin.on("error", () => {
      });
      child.stdin.end(input);
    });
  }
  /**
   * What git says, decoded; names that are not UTF-8 come with replacement characters.
   *
   * @throws {GitFailure} also when it ends with an error.
   */
  async text(args, input = "") {
    const { code, stdout, stderr } = await this.ask(args, input);
    if (code !== 0) throw gitError(args, stderr);
    return stdout.toString("utf8");
  }
};
function gitError(args, stderr) {
  const lines = stderr.trim().split("\n");
  const line = lines.find((other) => /^(fatal|error): /.test(other)) ?? lines[0] ?? "";
  const said = line.replace(/^(fatal|error): /, "").replace(/\.$/, "");
  return new GitFailure(
    "unreadable",
    said === "" ? `\`git ${args[0]}\` failed` : `git says: ${said}`
  );
}
function records(output) {
  const parts = output.split("\0");
  if (parts.at(-1) === "") parts.pop();
  return parts;
}

// src/worktree/git/git-program.ts
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join, relative } from "node:path";
function findGit(judged, environment) {
  const names = process.platform === "win32" ? ["git.exe"] : ["git"];
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter);
  for (const folder of folders.filter(isAbsolute)) {
    for (const name of names) {
      const program = join(folder, name);
      if (isTrusted(program, judged)) return program;
    }
  }
  return null;
}
function isTrusted(program, judged) {
  try {
    accessSync(program, constants.X_OK);
    return statSync(program).isFile() && !isInside(judged, realpathSync(program));
  } catch {
    return false;
  }
}
function isInside(folder, path) {
  const way = relative(folder, path);
  return way !== "" && !isAbsolute(way) && !/^\.\.([/\\]|$)/.test(way);
}

// src/worktree/remote-repository.ts
var OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
var NAME = /^[A-Za-z0-9._-]{1,100}$/;
function remoteRepository(url) {
  const [host, path] = partsOf(url.trim());
  if (host === void 0 || path === void 0) return null;
  const [owner = "", name = "", ...more] = path.replace(/^\/+|\/+$/g, "").split("/");
  const repository = name.replace(/\.git$/, "");
  const isName = OWNER.test(owner) && NAME.test(repository) && !/^\.{1,2}$/.test(repository);
  return isName && more.length === 0 ? { host: webHost(host), repository: `${owner}/${repository}` } : null;
}
function partsOf(url) {
  if (/^(https?|ssh|git|git\+ssh):\/\//.test(url)) {
    return /^[^:]+:\/\/(?:[^/@]*@)?([^/@]+)(\/.*)$/.exec(url)?.slice(1) ?? [];
  }
  return /^(?:[^@/:]+@)?([^@/:\\]{2,}):(?!\/\/)([^:]+)$/.exec(url)?.slice(1) ?? [];
}
function webHost(host) {
  const plain = host.toLowerCase().replace(/:(22|443|80)$/, "");
  return plain === "ssh.github.com" ? "github.com" : plain;
}

// src/worktree/checkout.ts
async function openCheckout(directory, options) {
  const start = realFolder(directory);
  try {
    for (let folder = start; ; folder = dirname2(folder)) {
      const found = await gitAt(folder);
      if (found !== null) return await describe(found, options.base);
      if (dirname2(folder) === folder) break;
    }
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new CheckoutError("git-failed", error.message, null);
  }
  if (options.base !== null) {
    throw new CheckoutError(
      "base-needs-git",
      `\`${directory}\` is not in a git work tree, so there is no base to compare with`,
      "leave out `--base`, or run it in a clone"
    );
  }
  const none = { git: null, head: null, origin: null, repository: null };
  return { root: start, hasOrigin: false, ...none, defaultBranch: null, base: null };
}
function realFolder(directory) {
  try {
    const path = realpathSync2(directory);
    if (statSync2(path).isDirectory()) return path;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new CheckoutError("directory-missing", `cannot open \`${directory}\`${reason}`, null);
  }
  throw new CheckoutError("not-a-directory", `\`${directory}\` is not a folder`, null);
}
async function gitAt(folder) {
  if (!hasGitEntry(folder)) return null;
  const program = findGit(folder, process.env);
  if (program === null) {
    throw new CheckoutError(
      "git-missing",
      `\`${folder}\` is a git repository, but there is no \`git\` to read it with`,
      "install git"
    );
  }
  const git = new Git(program, folder);
  const args = ["rev-parse", "--show-cdup", "--is-shallow-repository", "--show-object-format"];
  const { code, stdout, stderr } = await git.ask(args);
  if (/dubious ownership|unsafe repository/.test(stderr)) throw foreign(folder);
  if (/not a git repository/.test(stderr)) return null;
  if (code !== 0) throw gitError(args, stderr);
  const [up, shallow, format] = stdout.toString("utf8").split("\n");
  if (up !== "") {
    throw new CheckoutError(
      "git-elsewhere",
      `the settings of the repository in \`${folder}\` name another folder as its work tree`,
      "run it in a plain clone"
    );
  }
  return { git, hash: format === "sha256" ? "sha256" : "sha1", shallow: shallow === "true" };
}
function hasGitEntry(folder) {
  try {
    lstatSync(join2(folder, ".git"));
    return true;
  } catch {
    return false;
  }
}
function foreign(folder) {
  return new CheckoutError(
    "git-ownership",
    `\`${folder}\` belongs to somebody else, so git does not read it`,
    `if you trust it: git config --global --add safe.directory '${folder.replaceAll("'", "'\\''")}'`
  );
}
async function describe(found, base) {
  const { git } = found;
  const candidates = base === null ? [] : refsForBase(base);
  const [head, url, refs] = await Promise.all([
    git.ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]),
    git.ask(["config", "-z", "--get", "remote.origin.url"]),
    readRefs(git, [...DEFAULT_REFS, ...candidates])
  ]);
  const origin = remoteRepository(url.stdout.toString("utf8").replace(/\0$/, ""));
  return {
    root: git.root,
    git: found,
    head: head.code === 0 ? head.stdout.toString("utf8").trim() : null,
    origin,
    repository: origin?.repository ?? null,
    hasOrigin: url.code === 0,
    defaultBranch: defaultBranch(refs),
    base: base === null ? null : await resolveBase(git, base, refs)
  };
}
var REMOTE = "refs/remotes/origin/";
var LOCAL = "refs/heads/";
var USUAL = ["main", "master"];
var DEFAULT_REFS = [
  `${REMOTE}HEAD`,
  ...USUAL.flatMap((name) => [`${REMOTE}${name}`, `${LOCAL}${name}`])
];
function defaultBranch(refs) {
  const head = refs.get(`${REMOTE}HEAD`);
  if (head?.target?.startsWith(REMOTE)) {
    return remoteBranch(head.target.slice(REMOTE.length), head.commit);
  }
  for (const name of USUAL) {
    const remote = refs.get(`${REMOTE}${name}`);
    if (remote !== void 0) return remoteBranch(name, remote.commit);
  }
  const local = USUAL.find((name) => refs.has(`${LOCAL}${name}`));
  return local === void 0 ? null : { name: local, remote: null };
}
function remoteBranch(name, commit) {
  return { name, remote: { ref: `origin/${name}`, commit } };
}

export {
  branchNames,
  GitFailure,
  gitError,
  records,
  openCheckout
};
