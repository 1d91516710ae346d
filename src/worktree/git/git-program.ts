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
      const program = join(folder, name);
      if (isTrusted(program, judged)) return program;
    }
  }
  return null;
}

/** Links are followed to see where it is, not to run it: some programs act by the name they have. */
function isTrusted(program: string, judged: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return statSync(program).isFile() && !isInside(judged, realpathSync(program));
  } catch {
    return false;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !isAbsolute(way) && !/^\.\.([/\\]|$)/.test(way);
}
