import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join, relative } from "node:path";

/**
 * The `git` to run, as an absolute path; `null` where there is none. A relative entry of `PATH` and
 * one that leads into the folder judged are passed over: `npx` puts `node_modules/.bin` of the
 * folder it runs in first, and a repository must not bring the git that reads it.
 */
export function findGit(judged: string, environment: NodeJS.ProcessEnv): string | null {
  const names = process.platform === "win32" ? ["git.exe"] : ["git"];
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter);
  for (const folder of folders.filter(isAbsolute)) {
    for (const name of names) {
      const program = runnable(join(folder, name));
      if (program !== null && !isInside(judged, program)) return program;
    }
  }
  return null;
}

function runnable(path: string): string | null {
  try {
    if (!statSync(path).isFile()) return null;
    accessSync(path, constants.X_OK);
    return realpathSync(path);
  } catch {
    return null;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !isAbsolute(way) && !/^\.\.([/\\]|$)/.test(way);
}
