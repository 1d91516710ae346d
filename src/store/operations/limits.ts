import { StoreError } from "../store-error.ts";
import type { WorkKey } from "../work.ts";

/** In milliseconds. An evaluation takes seconds; a worker that died keeps its work for so long. */
export const LONGEST_LEASE = 10 * 60_000;

const MOST_MARKS = 10_000;
const MOST_ASKED = 1_000;
const LONGEST_REPOSITORY = 255;
const LONGEST_NAME = 512;
const LONGEST_ERROR = 500;
const LARGEST_TEXT = 64 * 1024;

/** What a database would refuse, or give back as something else. */
const UNSTORABLE = /[\0\p{Cs}]/u;

export function checkKey({ installation, repository, subject }: WorkKey): void {
  checkWhole("installation", installation);
  checkText("repository", repository, LONGEST_REPOSITORY);
  checkName("subject", subject);
}

export function checkName(what: string, value: string): void {
  checkText(what, value, LONGEST_NAME);
}

export function checkLong(what: string, value: string): void {
  checkText(what, value, LARGEST_TEXT);
}

function checkText(what: string, value: string, longest: number): void {
  if (value.length > longest) throw invalid(`\`${what}\` is longer than ${longest} characters`);
  if (UNSTORABLE.test(value)) throw invalid(`\`${what}\` has a character that is none`);
}

export function checkWhole(what: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw invalid(`\`${what}\` is no whole number`);
}

export function checkMarks(marks: readonly unknown[]): void {
  if (marks.length > MOST_MARKS) throw invalid(`These are more than ${MOST_MARKS} marks`);
}

export function checkLimit(limit: number, most = MOST_ASKED): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw invalid(`\`limit\` is not between 1 and ${most}`);
  }
}

export function checkUntil(now: number, until: number): void {
  checkWhole("now", now);
  checkWhole("until", until);
  if (until <= now || until > now + LONGEST_LEASE) {
    throw invalid("`until` is not within ten minutes from now");
  }
}

/** An error is for people and may have anything in it; what cannot be kept of it is left out. */
export function storableError(error: string | null): string | null {
  return error === null
    ? null
    : error.slice(0, LONGEST_ERROR).replaceAll(new RegExp(UNSTORABLE, "gu"), "");
}

function invalid(message: string): StoreError {
  return new StoreError("store-invalid", message, "this is a mistake in the program: report it");
}
