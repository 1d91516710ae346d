import { numberOf, type Operation, query, textOf } from "../query.ts";
import { StoreError } from "../store-error.ts";
import { MIGRATIONS } from "./migrations.ts";

const VERSION_TABLE = "store_version";

/**
 * Takes the schema to its newest version and tells which it was; 0 where there was nothing.
 * @throws {StoreError} `store-newer`, or `store-foreign` where there are tables that are not ours.
 */
export function migrate(migrations = MIGRATIONS): Operation<number> {
  return function* (dialect) {
    const tables = (yield query(dialect.tables)).map((row) => textOf(row, "name"));
    if (!tables.includes(VERSION_TABLE)) {
      if (tables.length > 0) throw foreign(tables);
      yield query(`create table ${VERSION_TABLE} (version integer not null)`);
      yield query(`insert into ${VERSION_TABLE} (version) values (0)`);
    }
    const [row] = yield query(`select version from ${VERSION_TABLE}`);
    const version = row === undefined ? 0 : numberOf(row, "version");
    if (version > migrations.length) throw newer(version, migrations.length);
    for (const statement of migrations.slice(version).flat()) yield query(statement);
    if (version < migrations.length) {
      yield query(`update ${VERSION_TABLE} set version = $1`, migrations.length);
    }
    return version;
  };
}

function foreign(tables: readonly string[]): StoreError {
  const some = tables
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(", ");
  return new StoreError(
    "store-foreign",
    `There are tables of something else where the store should be: ${some}`,
    "give the store a place of its own",
  );
}

function newer(found: number, known: number): StoreError {
  return new StoreError(
    "store-newer",
    `The store has version ${found}, and this program knows versions up to ${known}`,
    "run the newer program again, or give this one a new store: it reads from GitHub what it needs",
  );
}
