import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Counts } from "../../store/store-state.ts";
import { parseSubject } from "../subject.ts";
import type { Ended } from "../work/worker.ts";
import { RemainingBudgets } from "./remaining-budgets.ts";

/** An answer of GitHub's. */
export interface GitHubAnswer {
  readonly installation: number;
  readonly method: string;
  /** As Octokit has it: `/repos/{owner}/{repo}/issues`, or `/graphql`. */
  readonly url: string;
  /** 0 where there was none. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** Events an app can be told of that mean something here; whoever sends others chooses their names. */
const EVENTS = new Set([
  "check_run",
  "check_suite",
  "deployment_protection_rule",
  "installation",
  "installation_repositories",
  "installation_target",
  "issue_comment",
  "issues",
  "label",
  "member",
  "membership",
  "merge_group",
  "meta",
  "organization",
  "ping",
  "pull_request",
  "pull_request_review",
  "push",
  "repository",
  "status",
  "team",
  "team_add",
  "workflow_run",
]);

/** Seconds from what happened to its verdict. */
const LAGS = [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300, 1_800];
const ANSWER_TIMES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10];

/**
 * What the service can tell of itself. Labels are words of a short list: no names of repositories,
 * people or installations, and nothing that whoever sends something can choose.
 */
export class AppMetrics {
  readonly #registry = new Registry();
  readonly #deliveries: Counter;
  readonly #answerTime: Histogram;
  readonly #looks: Counter;
  readonly #lag: Histogram;
  readonly #verdicts: Counter;
  readonly #requests: Counter;
  readonly #budgets: RemainingBudgets;

  /**
   * @param counts what is in the work list, from not too long ago; `null` while the store is away
   * @param now milliseconds since 1970
   */
  constructor(counts: () => Promise<Counts | null>, now: () => number) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#deliveries = new Counter({
      name: "stage_gates_deliveries_total",
      help: "Deliveries answered, by event and status of the answer",
      ...{ labelNames: ["event", "status"], registers },
    });
    this.#answerTime = new Histogram({
      name: "stage_gates_delivery_answer_seconds",
      help: "From the head of a delivery to its answer",
      ...{ buckets: ANSWER_TIMES, registers },
    });
    this.#looks = new Counter({
      name: "stage_gates_looks_total",
      help: "What was looked at, by kind of subject and how that ended",
      ...{ labelNames: ["subject", "outcome"], registers },
    });
    this.#lag = new Histogram({
      name: "stage_gates_lag_seconds",
      help: "From the first event that a look answers until it was done",
      ...{ labelNames: ["subject"], buckets: LAGS, registers },
    });
    this.#verdicts = new Counter({
      name: "stage_gates_verdicts_total",
      help: "Verdicts that were written, by decision",
      ...{ labelNames: ["decision"], registers },
    });
    this.#requests = new Counter({
      name: "stage_gates_github_requests_total",
      help: "Requests to GitHub, by kind (graphql, read, write) and status; 0 is no answer",
      ...{ labelNames: ["kind", "status"], registers },
    });
    this.#budgets = new RemainingBudgets(now);
    new Gauge({
      name: "stage_gates_github_budget_remaining_ratio",
      help: "Least share of the hourly budget that any installation has left",
      ...{ labelNames: ["resource"], registers },
      collect: this.#budgetCollector(),
    });
    new Gauge({
      name: "stage_gates_store_up",
      help: "Whether the store answers; without it nothing is told of the work list",
      registers,
      async collect() {
        this.set((await counts()) === null ? 0 : 1);
      },
    });
    new Gauge({
      name: "stage_gates_work",
      help: "The work list: ready, running, waiting for its time, failing; paused counts installations",
      ...{ labelNames: ["state"], registers },
      async collect() {
        this.reset();
        const counted = await counts();
        if (counted === null) return;
        const { ready, running, waiting, failing, pausedInstallations: paused } = counted;
        const states = { ready, running, waiting, failing, paused };
        for (const [state, count] of Object.entries(states)) this.set({ state }, count);
      },
    });
    new Gauge({
      name: "stage_gates_work_oldest_seconds",
      help: "How long the oldest of what is ready has been so",
      registers,
      async collect() {
        const oldest = (await counts())?.oldestReadyAt ?? null;
        this.set(oldest === null ? 0 : Math.max(0, now() - oldest) / 1_000);
      },
    });
  }

  delivered(event: string | null, status: number): void {
    const known = event !== null && EVENTS.has(event) ? event : "other";
    this.#deliveries.inc({ event: known, status });
  }

  answered(seconds: number): void {
    this.#answerTime.observe(seconds);
  }

  looked({ lease, how, lag }: Ended): void {
    const subject = parseSubject(lease.subject)?.kind ?? "unknown";
    this.#looks.inc({ subject, outcome: how });
    if (how === "done") this.#lag.observe({ subject }, Math.max(0, lag) / 1_000);
  }

  judged(decision: string): void {
    this.#verdicts.inc({ decision });
  }

  heard(answer: GitHubAnswer): void {
    const { method, url, status } = answer;
    const kind = url.endsWith("/graphql") ? "graphql" : method === "GET" ? "read" : "write";
    this.#requests.inc({ kind, status });
    this.#budgets.hear(answer);
  }

  /** In the text format of Prometheus. */
  async text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #budgetCollector() {
    const least = () => this.#budgets.least();
    return function collect(this: Gauge): void {
      this.reset();
      for (const [resource, share] of least()) this.set({ resource }, share);
    };
  }
}
