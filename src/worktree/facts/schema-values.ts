import { z } from "zod";

export const instant = z.iso
  .datetime({ offset: true })
  .describe("A moment as ISO 8601 text: `2026-09-28T09:12:00Z`");

export const commit = z
  .string()
  .regex(/^[0-9a-f]{40}$/)
  .describe("A commit: 40 lower-case hex digits");

export const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\[bot\])?$/;
export const OWNER_AND_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/;

export const login = z.string().regex(LOGIN).describe("A login, without `@`");
export const repository = z.string().regex(OWNER_AND_NAME).describe("`owner/repo`");

export const number = z.int().min(1).max(2_147_483_647);

export const missing = z
  .strictObject({
    missing: z
      .enum(["forbidden", "timed-out", "rate-limited", "too-large", "unreadable", "needs-github"])
      .describe("Why it could not be read. What asks for it is then errored"),
    detail: z
      .string()
      .min(1)
      .optional()
      .describe("The reason in a few words: ``the token lacks `checks: read` ``"),
  })
  .describe("Instead of a fact: it could not be read, and why");
