/** All that GitHub knows at a moment, as plain data: moments gone by are kept to answer from. */
export interface HostedState {
  /** Tips by branch. */
  readonly branches: Record<string, string>;
  readonly pulls: Pull[];
  readonly runs: Run[];
  readonly issues: Issue[];
  /** What people may do, by login. */
  readonly access: Record<string, "read" | "write" | "admin">;
}

export interface Pull {
  readonly number: number;
  readonly author: string;
  readonly at: number;
  isOpen: boolean;
  head: string;
  base: string;
  readonly reviews: Review[];
  readonly comments: Comment[];
  /** When its head or base went elsewhere than forward. */
  readonly moves: { readonly id: string; readonly at: number; readonly what: "force" | "base" }[];
}

export interface Review {
  readonly id: number;
  readonly author: string;
  readonly said: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
  readonly commit: string;
  readonly at: number;
  isDismissed: boolean;
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  body: string;
  readonly at: number;
  isEdited: boolean;
  /** Of the app, as REST names them. */
  readonly reactions: string[];
}

export interface Run {
  readonly id: number;
  readonly app: number;
  readonly sha: string;
  readonly name: string;
  conclusion: string;
  externalId: string;
}

export interface Issue {
  readonly number: number;
  readonly title: string;
  body: string;
  readonly labels: readonly string[];
  readonly at: number;
  isOpen: boolean;
  reason: string | null;
  closedAt: number | null;
  readonly comments: Comment[];
}

/** Ids of the app, of another one, and of the installation. */
export const APP = 7;
export const STRANGE_APP = 8;
export const INSTALLATION = 70;
export const REPOSITORY = "acme/shop";
export const BOT = "stage-gates[bot]";
export const STAGE_BRANCH = "production";
export const POLICY_BRANCH = "main";
export const CONTEXT = "stage-gates / production";
/** Whose approval counts. */
export const LEAD = "raj";
export const RUNBOOK = "docs/runbook.md";

/** Day that the strictest policy lets nothing pass after: the first of the story. */
const DEADLINE = "2026-10-01";
export const DEADLINE_OVER = Date.parse("2026-10-02T00:00:00Z");

const policy = (rules: string, comment = "never") => `version: 1
comment: ${comment}
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj]}}
gates:
  - id: gate
    title: Gate
    rules:
${rules}`;

const SIGNED = "      - {id: signed, type: sign-off, roles: [leads], via: [review]}\n";
const THERE = `      - {id: there, type: document, path: ${RUNBOOK}, issue: runbook}\n`;
const IN_TIME = `      - {id: in-time, type: schedule, deadline: "${DEADLINE}"}\n`;

export type Demand = "signed" | "there" | "in-time" | "nothing passes";

/** Policies, and what each of them demands. */
export const POLICIES: readonly { readonly text: string; readonly demands: readonly Demand[] }[] = [
  { text: policy(SIGNED), demands: ["signed"] },
  { text: policy(SIGNED + THERE, "when-gates-apply"), demands: ["signed", "there"] },
  { text: policy(SIGNED + IN_TIME), demands: ["signed", "in-time"] },
  { text: policy(THERE), demands: ["there"] },
  { text: "version: 1\nstages: [", demands: ["nothing passes"] },
];
