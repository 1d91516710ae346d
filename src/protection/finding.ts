import type { Place } from "../model/place.ts";

/** `unknown`: it could not be read, so nobody knows; never to be taken for fine. */
export type ProtectionLevel = "ok" | "warn" | "fail" | "unknown";

/** One thing that protection depends on, and how it stands. */
export interface ProtectionFinding {
  readonly level: ProtectionLevel;
  /** Stable, kebab-case; the same for all levels of one question. */
  readonly code: string;
  /** How it is, in one sentence without a full stop at its end. May hold hostile text: renderers escape it. */
  readonly problem: string;
  /** What to do or paste, with what is to be replaced in `<…>`; `null` where nothing is to be done. */
  readonly remedy: string | null;
  /** `null` where it is no file. */
  readonly at: Place | null;
}

type Said = readonly [code: string, problem: string, remedy: string];

export function ok(code: string, problem: string): ProtectionFinding {
  return { level: "ok", code, problem, remedy: null, at: null };
}

export function warn(...said: Said): ProtectionFinding {
  return finding("warn", said);
}

export function fail(...said: Said): ProtectionFinding {
  return finding("fail", said);
}

export function unknown(...said: Said): ProtectionFinding {
  return finding("unknown", said);
}

function finding(level: ProtectionLevel, [code, problem, remedy]: Said): ProtectionFinding {
  return { level, code, problem, remedy, at: null };
}

export function placed(finding: ProtectionFinding, at: Place): ProtectionFinding {
  return { ...finding, at };
}

/** The worst there is; what failed is worse than what nobody knows. */
export function worstOf(findings: readonly ProtectionFinding[]): ProtectionLevel {
  const levels = new Set(findings.map(({ level }) => level));
  const order = ["fail", "unknown", "warn"] as const;
  return order.find((level) => levels.has(level)) ?? "ok";
}
