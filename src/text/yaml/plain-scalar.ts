import type { LocatedScalar } from "../../model/document.ts";

const NULLS: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);
const TRUES: ReadonlySet<string> = new Set(["true", "True", "TRUE"]);
const FALSES: ReadonlySet<string> = new Set(["false", "False", "FALSE"]);
const DECIMAL = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * What an unquoted scalar stands for. A number only where every reader of YAML sees the same one
 * and it is kept exactly: `017`, `0x1F`, `1_000`, `.nan`, `1e999` and whole numbers beyond 2^53
 * stay text, so that whoever wants a number refuses them.
 */
export function plainScalar(source: string): LocatedScalar {
  if (NULLS.has(source)) return null;
  if (TRUES.has(source)) return true;
  if (FALSES.has(source)) return false;
  if (!DECIMAL.test(source)) return source;
  const number = Number(source);
  const exact = /[.eE]/.test(source) ? Number.isFinite(number) : Number.isSafeInteger(number);
  return exact ? (Object.is(number, -0) ? 0 : number) : source;
}
