import { z } from "zod";
import { pullRequest } from "./facts/pull-request-schema.ts";
import {
  commit,
  instant,
  LOGIN,
  login,
  missing,
  number,
  OWNER_AND_NAME,
  repository,
} from "./facts/schema-values.ts";

/**
 * Form of the recorded facts (`--facts <file>`): what GitHub would have answered. The published
 * JSON Schema is made from this. Nothing is transformed here, so input and output are the same.
 */

const absent = z.strictObject({ state: z.literal("absent") }).describe("GitHub has no such thing");

const access = z
  .enum(["none", "read", "triage", "write", "maintain", "admin"])
  .describe("Access to the repository judged");

const account = z.union([
  z.strictObject({ state: z.enum(["user", "bot", "organization"]), access }),
  absent,
  missing,
]);

const team = z.union([
  z.strictObject({
    state: z.literal("team"),
    members: z.array(login).describe("Logins of all members"),
    access,
  }),
  absent,
  missing,
]);

const mergedPull = z.union([
  z.strictObject({
    state: z.literal("merged"),
    author: login,
    merged_at: instant,
    approved_by: z.array(login).default([]).describe("Who approved it and did not take it back"),
    waivers: z
      .union([z.string(), z.array(z.string())])
      .nullable()
      .default(null)
      .describe(
        "The waivers file as that merge left it, as text or line by line; null: it had none",
      ),
  }),
  z.strictObject({ state: z.enum(["open", "closed"]) }),
  absent,
  missing,
]);

const conclusion = z
  .enum([
    "success",
    "failure",
    "cancelled",
    "timed-out",
    "skipped",
    "neutral",
    "action-required",
    "stale",
  ])
  .nullable()
  .describe("How it ended; null while it is queued or running");

const run = z.strictObject({
  name: z.string().min(1).describe("Name of the check"),
  conclusion,
  commit: commit.describe("The commit it ran on"),
  app: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe("Slug of the app that made it: `github-actions`; null for a status set by a user"),
  workflow: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe("Path of the workflow file, for GitHub Actions: `.github/workflows/ci.yml`"),
  workflow_is_default: z
    .boolean()
    .nullable()
    .default(null)
    .describe("Whether that file equals the default branch's; null where it is no workflow"),
  event: z.string().min(1).nullable().default(null).describe("What started it: `push`, `schedule`"),
  repository: repository
    .nullable()
    .optional()
    .describe("The repository that ran it; the one judged unless said otherwise"),
  head_repository: repository
    .nullable()
    .optional()
    .describe("The repository of the code it ran on; the one judged unless said otherwise"),
  url: z.string().min(1).nullable().default(null),
  started_at: instant.nullable().default(null),
  completed_at: instant.nullable().default(null),
});

const runs = z.union([z.array(run), missing]);

const issues = z.union([
  z.strictObject({
    labels: z
      .array(z.string().min(1))
      .describe("Labels of the repository whose open issues are all listed under `open`"),
    unknown_labels: z
      .array(z.string().min(1))
      .default([])
      .describe("Labels the repository does not have"),
    open: z
      .array(z.strictObject({ number, title: z.string(), labels: z.array(z.string().min(1)) }))
      .default([])
      .describe("Open issues with any of these labels"),
  }),
  missing,
]);

const references = z.strictObject({
  issues: z
    .record(
      z.string().regex(/^([\w-]+\/[\w.-]+)?#[1-9]\d{0,9}$/),
      z.union([z.strictObject({ state: z.enum(["issue", "pull-request"]) }), absent, missing]),
    )
    .default({})
    .describe("Issues and pull requests by `#12`, or `owner/repo#12` in another repository"),
  commits: z
    .record(
      z.string().regex(/^([\w-]+\/[\w.-]+@)?[0-9a-f]{7,40}$/),
      z.union([
        z.strictObject({
          state: z.literal("commit"),
          ancestor: z.boolean().describe("Whether it is an ancestor of what would land"),
        }),
        absent,
        missing,
      ]),
    )
    .default({})
    .describe("Commits by hash, or `owner/repo@<hash>` in another repository"),
  runs: z
    .record(
      z.string().regex(/^([\w-]+\/[\w.-]+@)?[1-9]\d{0,19}$/),
      z.union([z.strictObject({ state: z.literal("run"), conclusion }), absent, missing]),
    )
    .default({})
    .describe("Workflow runs by number, or `owner/repo@<number>` in another repository"),
});

export const factsSchema = z
  .strictObject({
    $schema: z.string().optional().describe("Where editors find the form of this file"),
    schemaVersion: z.literal(1).describe("Version of this form"),
    recorded_at: instant.optional().describe("When GitHub was asked"),
    repository: repository.describe("The repository judged, as `owner/repo`"),
    commit: commit.optional().describe("What would land, when GitHub was asked"),
    pull_request: pullRequest.optional().describe("The pull request that asks for the promotion"),
    accounts: z
      .record(z.string().regex(LOGIN), account)
      .default({})
      .describe("Accounts by login, upper or lower case"),
    teams: z
      .record(z.string().regex(OWNER_AND_NAME), team)
      .default({})
      .describe("Teams by `org/team`"),
    merged_pulls: z
      .record(z.string().regex(/^#?[1-9]\d{0,9}$/), mergedPull)
      .default({})
      .describe("Other pull requests by number, such as those that approved a waiver"),
    checks: runs.optional().describe("All check runs and statuses on what would land"),
    workflow_runs: z
      .record(z.string().min(1), runs)
      .default({})
      .describe("Runs on the default branch by workflow file: `.github/workflows/nightly.yml`"),
    issues: issues.optional().describe("Open issues by label"),
    references: references
      .default({ issues: {}, commits: {}, runs: {} })
      .describe("What documents point at as evidence"),
  })
  .describe("Facts recorded from GitHub, for judging without a connection to it");

/** A facts file, valid and with defaults filled in. */
export type RecordedFacts = z.output<typeof factsSchema>;

export type MissingEntry = z.output<typeof missing>;
export type RecordedRun = z.output<typeof run>;
