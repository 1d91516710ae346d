/**
 * Loaded before the service: kills it with SIGKILL at the point that stands in the file `DIE_AT`, once
 * a delivery comes there. The service knows nothing of it. On SIGUSR2 it writes down what was compiled,
 * which whoever is killed does not: the next one starts in half the time.
 */
import { existsSync, readFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import process from "node:process";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import pg from "pg";

export type DeathPoint = "before it is kept" | "before the commit" | "after the commit";

const FILE = process.env.DIE_AT ?? "";
const KEEPS = "insert into delivery";

function dieAt(point: DeathPoint): void {
  if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== point) return;
  process.kill(process.pid, "SIGKILL");
}

process.on("SIGUSR2", () => flushCompileCache());

/** Connections in whose transaction a delivery is. */
const keeping = new WeakSet<object>();

const { prepare, exec } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (this: DatabaseSync, text: string, ...rest) {
  const statement: StatementSync = prepare.call(this, text, ...rest);
  if (!text.trimStart().startsWith(KEEPS)) return statement;
  const run = statement.all.bind(statement);
  statement.all = ((...given: Parameters<typeof run>) => {
    dieAt("before it is kept");
    keeping.add(this);
    return run(...given);
  }) as typeof statement.all;
  return statement;
};
DatabaseSync.prototype.exec = function (this: DatabaseSync, text: string) {
  const isKept = text === "commit" && keeping.delete(this);
  if (isKept) dieAt("before the commit");
  exec.call(this, text);
  if (isKept) dieAt("after the commit");
};

const { query } = pg.Client.prototype;
type Query = (this: pg.Client, text: unknown, ...rest: unknown[]) => unknown;
(pg.Client.prototype as { query: Query }).query = function (text, ...rest) {
  const send = () => (query as Query).call(this, text, ...rest);
  if (typeof text !== "string") return send();
  if (text.trimStart().startsWith(KEEPS)) {
    dieAt("before it is kept");
    keeping.add(this);
  }
  if (text !== "commit" || !keeping.delete(this)) return send();
  dieAt("before the commit");
  return Promise.resolve(send()).then((answer) => {
    dieAt("after the commit");
    return answer;
  });
};
