import { z } from "zod";
import { commit, instant, login, missing, number } from "./schema-values.ts";

const review = z.strictObject({
  id: z.string().min(1).optional().describe("Any text that tells this review from the others"),
  author: login,
  state: z.enum(["approved", "changes-requested", "commented"]),
  commit: commit.describe("The commit reviewed"),
  submitted_at: instant,
  dismissed: z.boolean().default(false).describe("Dismissed or minimised"),
});

const signOff = z.strictObject({
  id: z.string().min(1).optional().describe("Any text that tells this comment from the others"),
  author: login,
  role: z.string().min(1).describe("The role of the policy signed off for"),
  commit: commit.describe("The commit named in the command"),
  created_at: instant,
});

const comment = z.strictObject({
  id: z.string().min(1).optional().describe("Any text that tells this comment from the others"),
  author: login,
  created_at: instant,
  body: z.string().min(1).describe("The comment: what of it are commands is read from it"),
  void: z.boolean().default(false).describe("Its waivers were taken back, for good"),
});

export const pullRequest = z.union([
  z.strictObject({
    number,
    head: commit.describe("The head of the pull request"),
    opened_at: instant,
    authors: z
      .array(login)
      .min(1)
      .describe("Whoever opened it and any known last pusher; none of them may approve it"),
    reviews: z.array(review).default([]).describe("All reviews"),
    sign_offs: z
      .array(signOff)
      .default([])
      .describe("Comments `/gate sign-off <role> <sha>` that were never edited"),
    commands: z
      .array(comment)
      .default([])
      .describe("Comments with commands, by people, never edited and not hidden"),
    base_changed_at: instant
      .nullable()
      .default(null)
      .describe("When the branch it asks to merge into was last changed for another; null: never"),
  }),
  missing,
]);
