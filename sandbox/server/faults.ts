import type { IncomingMessage } from "node:http";

/** What goes wrong with a request. */
export type Fault =
  /** Answers late; milliseconds. */
  | { readonly kind: "late"; readonly by: number }
  /** Answers this instead, having done what was asked or not. */
  | {
      readonly kind: "answer";
      readonly isDone?: boolean;
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** Does what was asked, and the connection is cut before the answer. */
  | { readonly kind: "cut-after" }
  /** Does what was asked; the answer breaks off in the middle, or ends there as if it were whole. */
  | { readonly kind: "half"; readonly ends: "broken" | "whole" }
  /** The connection is cut before anything is done. */
  | { readonly kind: "cut-before" }
  /** Something else happens first, and then what was asked for is done. */
  | { readonly kind: "meanwhile"; act(): unknown }
  /** Never answers, and does nothing of what was asked. */
  | { readonly kind: "hang" }
  /** Does what was asked, and never answers. */
  | { readonly kind: "hang-after" }
  /** GraphQL: answers, with these errors beside the data and nothing at their paths. */
  | { readonly kind: "partial"; readonly errors: readonly GraphqlFault[] };

export interface GraphqlFault {
  readonly type: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

export interface PlannedFault {
  readonly fault: Fault;
  /** Which requests it is about; all unless given. */
  readonly matches?: (request: Pick<IncomingMessage, "method" | "url">) => boolean;
  /** The first of those it befalls, counted from 1 from now on; 1 unless given. */
  readonly from?: number;
  /** How many it befalls; 1 unless given. */
  readonly times?: number;
}

/** Faults that were asked for, and how often each has been met. */
export class Faults {
  #planned: { readonly plan: PlannedFault; met: number }[] = [];

  plan(plan: PlannedFault): void {
    this.#planned.push({ plan, met: 0 });
  }

  clear(): void {
    this.#planned = [];
  }

  /** What befalls a request; `null` for nothing. What comes first adds to what else there is. */
  of(request: Pick<IncomingMessage, "method" | "url">): readonly Fault[] {
    return this.#planned.flatMap((entry) => {
      const { fault, matches, from = 1, times = 1 } = entry.plan;
      if (matches !== undefined && !matches(request)) return [];
      entry.met += 1;
      return entry.met >= from && entry.met < from + times ? [fault] : [];
    });
  }
}

/** GitHub's secondary limit, with the seconds it asks to wait or without. */
export function secondaryLimit(seconds: number | null): Fault {
  return {
    kind: "answer",
    status: 403,
    headers: seconds === null ? {} : { "retry-after": String(seconds) },
    body: {
      message:
        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
      documentation_url: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api",
    },
  };
}
