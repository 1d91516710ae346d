import { dirname } from "node:path";

/**
 * What git is told on every call. The repository judged may be hostile, and its `.git/config` can
 * name programs. Two things keep them from running: only commands that need none of them are used
 * (no `status`, no `diff` with contents, nothing that fetches), and what could still start one is
 * switched off here, where it goes before the repository's own settings.
 */
export const SAFE_SETTINGS: readonly string[] = [
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
  ...set("color.ui", "false"),
];

function set(key: string, value: string): readonly [string, string] {
  return ["-c", `${key}=${value}`];
}

/** Of the `GIT_*` variables, those that only say where git and the user's own settings are. */
const KEPT: ReadonlySet<string> = new Set([
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_CONFIG_SYSTEM",
  "GIT_EXEC_PATH",
]);

/**
 * The environment git runs in. `GIT_DIR`, `GIT_INDEX_FILE` and the like, which are set inside a
 * hook, would make it answer about another repository; `GIT_EXTERNAL_DIFF`, `GIT_SSH_COMMAND` and
 * `GIT_ASKPASS` name programs.
 */
export function safeEnvironment(root: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !name.toUpperCase().startsWith("GIT_") || KEPT.has(name.toUpperCase()),
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
    GIT_ALLOW_PROTOCOL: "none",
  };
}
