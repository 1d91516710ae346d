import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { refuseLinks } from "./plain-path.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Puts a new text in the place of a file at once: whoever reads it sees the old or the new one.
 *
 * @param before what was read; where it is another by now, nothing is written.
 */
export function replaceFile(root: string, path: string, before: Buffer, after: string): void {
  const target = join(root, path);
  const mode = readUnchanged(root, path, before);
  const draft = join(dirname(target), `.stage-gates-${randomBytes(6).toString("hex")}.tmp`);
  const file = openSync(draft, "wx", 0o600);
  try {
    // Not as `openSync` sets it, which leaves out what the umask does.
    fchmodSync(file, mode);
    writeFileSync(file, after);
    fsyncSync(file);
    readUnchanged(root, path, before);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The mode of the file, which still holds what was read. */
function readUnchanged(root: string, path: string, before: Buffer): number {
  refuseLinks(root, path);
  const file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    if (!readFileSync(file).equals(before)) {
      throw new UsageError(
        `\`${path}\` changed in the meantime, so nothing was written`,
        "run the command again",
      );
    }
    return fstatSync(file).mode & 0o777;
  } finally {
    closeSync(file);
  }
}
