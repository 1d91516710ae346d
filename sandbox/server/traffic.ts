/** A request that was answered, or cut off. */
export interface Exchange {
  readonly method: string;
  /** Without the root of the API, with the query. */
  readonly path: string;
  /** GitHub's id of the operation; `graphql` for a query. */
  readonly operation: string;
  readonly by: string | null;
  readonly status: number | null;
  /** Of a GraphQL request: its text and variables. Of another: its body. */
  readonly sent: unknown;
}

/** Everything that was asked, and where a request or an answer was not as GitHub describes it. */
export class Traffic {
  readonly #exchanges: Exchange[] = [];
  readonly #violations: string[] = [];

  add(exchange: Exchange): void {
    this.#exchanges.push(exchange);
  }

  violation(what: string): void {
    this.#violations.push(what);
  }

  /** Since the last `clear`. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  get violations(): readonly string[] {
    return this.#violations;
  }

  get reads(): readonly Exchange[] {
    return this.#exchanges.filter((one) => !isWrite(one));
  }

  get writes(): readonly Exchange[] {
    return this.#exchanges.filter(isWrite);
  }

  clear(): void {
    this.#exchanges.length = 0;
    this.#violations.length = 0;
  }
}

function isWrite({ method, operation, sent }: Exchange): boolean {
  if (operation !== "graphql") return method !== "GET";
  const { query } = sent as { readonly query?: unknown };
  return /^\s*mutation\b/.test(String(query));
}
