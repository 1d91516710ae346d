import type { Client } from "pg";
import type { StoreNews } from "../store-state.ts";

/** Between two attempts to be told of news again. Until then those who wait look by themselves. */
const AGAIN_AFTER = 1_000;

/**
 * A connection that does nothing but wait for others to say that there is work. It is a convenience:
 * when it breaks, it is made again, and nothing else comes to harm.
 */
export class PostgresListener {
  readonly #connect: () => Client;
  readonly #channel: string;
  readonly #listeners = new Set<(news: StoreNews) => void>();
  #client: Client | null = null;
  #again: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(connect: () => Client, channel: string) {
    this.#connect = connect;
    this.#channel = channel;
  }

  add(listener: (news: StoreNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: StoreNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** Resolves once it hears, or has begun to try again. */
  async start(): Promise<void> {
    if (this.#closed) return;
    const client = this.#connect();
    this.#client = client;
    client.on("notification", () => this.tell("work"));
    client.on("error", () => this.#restart(client));
    client.on("end", () => this.#restart(client));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.#channel)}`);
      // What was marked while nobody listened.
      this.tell("work");
    } catch {
      this.#restart(client);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#again !== null) clearTimeout(this.#again);
    this.#listeners.clear();
    await this.#client?.end().catch(() => {});
  }

  #restart(client: Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => {});
    this.#again = setTimeout(() => void this.start(), AGAIN_AFTER);
    this.#again.unref();
  }
}
