import pg, { type ClientBase, type ClientConfig, type Pool } from "pg";
import type { Dialect, Driver, Operation, Row } from "../query.ts";
import { migrate } from "../schema/migrate.ts";
import { StoreError } from "../store-error.ts";
import type { StoreNews } from "../store-state.ts";
import { isLost, mayBeTriedAgain, placeOf, postgresFailure } from "./postgres-failure.ts";
import { PostgresListener } from "./postgres-listener.ts";

export interface PostgresOptions {
  readonly url: string;
  readonly schema?: string;
  readonly connections?: number;
}

/** In milliseconds: an answer that takes longer is worth less than trying again. */
const CONNECT_TIMEOUT = 5_000;
const LOCK_TIMEOUT = 5_000;
const STATEMENT_TIMEOUT = 10_000;
const MOST_TRIES = 5;

const DIALECT: Dialect = {
  skipLocked: " for update skip locked",
  tables:
    "select table_name as name from information_schema.tables where table_schema = current_schema() order by 1",
};

/** @throws {StoreError} */
export async function openPostgresDriver(options: PostgresOptions): Promise<Driver> {
  const driver = new PostgresDriver(options);
  try {
    await driver.open();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

class PostgresDriver implements Driver {
  readonly #place: string;
  readonly #schema: string;
  readonly #begin: string;
  readonly #pool: Pool;
  readonly #listener: PostgresListener;
  #closed = false;

  constructor({ url, schema = "stage_gates", connections = 10 }: PostgresOptions) {
    this.#place = placeOf(url);
    this.#schema = schema;
    this.#begin = beginning(schema);
    const config = configOf(url);
    this.#pool = new pg.Pool({ ...config, max: connections });
    // A connection that breaks while nobody uses it; the pool makes another when one is wanted.
    this.#pool.on("error", () => {});
    this.#listener = new PostgresListener(() => new pg.Client(config), schema);
  }

  async open(): Promise<void> {
    await this.#saying(() => this.#migrated());
    await this.#listener.start();
  }

  async run<T>(operation: Operation<T>, wakes?: "wakes"): Promise<T> {
    return this.#saying(async () => {
      const attempt = () => this.#transaction((client) => this.#steps(client, operation, wakes));
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt();
        } catch (error) {
          if (isLost(error)) await this.#madeAnew();
          else if (!mayBeTriedAgain(error)) throw error;
          if (tries === MOST_TRIES) throw error;
        }
      }
    });
  }

  listen(listener: (news: StoreNews) => void): () => void {
    return this.#listener.add(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#listener.close();
    await this.#pool.end();
  }

  async #steps<T>(
    client: ClientBase,
    operation: Operation<T>,
    wakes: "wakes" | undefined,
  ): Promise<T> {
    const queries = operation(DIALECT);
    let step = queries.next();
    while (step.done !== true) {
      const { text, values } = step.value;
      const { rows } = await client.query<Row>(text, [...values]);
      step = queries.next(rows);
    }
    if (wakes === "wakes") await client.query("select pg_notify($1, '')", [this.#schema]);
    return step.value;
  }

  /** A connection that failed in a transaction is not used again: nobody knows what it still holds. */
  async #transaction<T>(inside: (client: ClientBase) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    // While it is lent out, the pool does not listen for its errors; the query that runs fails too.
    const ignore = () => {};
    client.on("error", ignore);
    let broken = true;
    try {
      await client.query(this.#begin);
      const result = await inside(client);
      await client.query("commit");
      broken = false;
      return result;
    } finally {
      client.off("error", ignore);
      client.release(broken);
    }
  }

  async #madeAnew(): Promise<void> {
    if ((await this.#migrated()) === 0) this.#listener.tell("lost");
  }

  /** Replicas that start at once wait for each other here. */
  async #migrated(): Promise<number> {
    return this.#transaction(async (client) => {
      await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [this.#schema]);
      const found = await client.query("select from pg_namespace where nspname = $1", [
        this.#schema,
      ]);
      // `if not exists` would ask for the right to make it also where it is there.
      if (found.rowCount === 0) {
        await client.query(`create schema ${client.escapeIdentifier(this.#schema)}`);
      }
      return this.#steps(client, migrate(), undefined);
    });
  }

  async #saying<T>(step: () => Promise<T>): Promise<T> {
    if (this.#closed) {
      throw new StoreError(
        "store-closed",
        `The store ${this.#place} is closed`,
        "start the program again",
      );
    }
    try {
      return await step();
    } catch (error) {
      throw postgresFailure(error, this.#place);
    }
  }
}

function configOf(url: string): ClientConfig {
  return {
    connectionString: url,
    application_name: "stage-gates",
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT + LOCK_TIMEOUT,
    keepAlive: true,
    types: { getTypeParser: typeParser },
  };
}

/**
 * What is acknowledged has to be on the disk. Said in each transaction, which nothing that is set for
 * the server, the user or in the URL comes after.
 */
function beginning(schema: string): string {
  return [
    "begin isolation level read committed",
    `set local search_path = ${pg.escapeIdentifier(schema)}`,
    "set local synchronous_commit = on",
    `set local lock_timeout = ${LOCK_TIMEOUT}`,
    `set local statement_timeout = ${STATEMENT_TIMEOUT}`,
    `set local idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT}`,
  ].join("; ");
}

const INT8 = 20;

/** All our whole numbers are times, ids and counts, which JavaScript's numbers hold. */
function typeParser(id: number, format?: "text" | "binary") {
  return id === INT8 ? Number : pg.types.getTypeParser(id, format);
}
