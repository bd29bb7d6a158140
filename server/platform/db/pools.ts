import { type CompiledQuery, Kysely, PostgresDialect, type PostgresPool } from "kysely";
import pg from "pg";
import { copyOut } from "./copy-out.ts";
import type { DB } from "./database-types.ts";
import { type Opened, type Opening, openTransaction } from "./opening.ts";
import { PreparedClient } from "./prepared-client.ts";

// Dates of Party life stay plain text, counts become numbers, numerics stay exact text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type ReadDatabase = Kysely<DB>;
export type Transaction = Kysely<DB>;

/** Connections of one program to one database. */
export type Database = {
  /** A read-only database pinned to one group: the wall is set at connection, so reads need no transaction. */
  reading(tenantId: number): ReadDatabase;
  /** Runs `work` in one transaction of one group; a throw undoes all of it. */
  writing<T>(
    tenantId: number,
    opening: Opening,
    work: (transaction: Transaction, opened: Opened) => Promise<T>,
  ): Promise<T>;
  /** Rows of a query of one group as COPY text; the query is this program's own, without parameters. */
  copying(tenantId: number, query: string): AsyncGenerator<Buffer>;
  /** The list of groups, which stands outside the wall. */
  outside: Kysely<DB>;
  close(): Promise<void>;
};

const mostPinnedGroups = 20;
/** A statement that runs away, or a program that forgets a transaction, must not hold others up for long. */
const limits = "-c statement_timeout=60s -c idle_in_transaction_session_timeout=60s";

type PoolOptions = { readonly max: number; readonly options?: string; readonly pipeline?: boolean };

function poolFor(appUrl: string, { max, options = "", pipeline = false }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max,
    Client: PreparedClient,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    options: `${limits} ${options}`,
    pipeline,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener the program would end.
  pool.on("error", () => {});
  // The same for one that breaks between two statements of a transaction: the next statement fails and tells.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

function kyselyOver(pool: PostgresPool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

const bound = new WeakMap<pg.PoolClient, Kysely<DB>>();

/** Kysely on exactly this connection, for the statements of one transaction. */
function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const known = bound.get(client);
  if (known) return known;
  const connection = { query: client.query.bind(client), release: () => {} };
  const fresh = kyselyOver({ connect: async () => connection, end: async () => {} } as unknown as PostgresPool);
  bound.set(client, fresh);
  return fresh;
}

type Last = { readonly client: pg.PoolClient; answer: Promise<unknown> | null };
const lastStatements = new WeakMap<Transaction, Last>();

/**
 * Sends a statement as the last one of its transaction: the COMMIT goes out in the same write, and the work fails where
 * either fails. Sent at once, so that nothing that comes after can overtake it.
 */
export function sendLast(transaction: Transaction, { sql, parameters }: CompiledQuery): void {
  const last = lastStatements.get(transaction);
  if (!last || last.answer) throw new Error("A transaction has one last statement");
  last.answer = last.client.query(sql, [...parameters]);
  // It is awaited together with the COMMIT; until then its failure must not count as nobody's.
  last.answer.catch(() => {});
}

export function openDatabase(appUrl: string, size = { reading: 8, writing: 16 }): Database {
  const pinned = new Map<number, Kysely<DB>>();
  // Statements of a write that don't wait for each other's answers are sent together.
  const writers = poolFor(appUrl, { max: size.writing, pipeline: true });
  const outside = kyselyOver(writers);

  function reading(tenantId: number): ReadDatabase {
    const known = pinned.get(wholeNumber(tenantId));
    if (known) {
      pinned.delete(tenantId);
      pinned.set(tenantId, known);
      return known;
    }
    const options = `-c dutyloop.tenant=${tenantId} -c default_transaction_read_only=on`;
    const fresh = kyselyOver(poolFor(appUrl, { max: size.reading, options }));
    pinned.set(tenantId, fresh);
    const oldest = pinned.entries().next().value;
    if (pinned.size > mostPinnedGroups && oldest) {
      pinned.delete(oldest[0]);
      void oldest[1].destroy();
    }
    return fresh;
  }

  async function writing<T>(
    tenantId: number,
    opening: Opening,
    work: (transaction: Transaction, opened: Opened) => Promise<T>,
  ): Promise<T> {
    const client = await writers.connect();
    try {
      const opened = await openTransaction(client, wholeNumber(tenantId), opening);
      const transaction = kyselyOn(client);
      const last: Last = { client, answer: null };
      lastStatements.set(transaction, last);
      const result = await work(transaction, opened);
      // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK instead of an error.
      const [{ command }] = await Promise.all([client.query("COMMIT"), last.answer]);
      if (command !== "COMMIT") throw new Error("The transaction was not committed");
      client.release();
      return result;
    } catch (error) {
      // A connection that can't even roll back is thrown away.
      await client.query("ROLLBACK").then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }

  return {
    reading,
    writing,
    copying: (tenantId, query) => copyOut(appUrl, wholeNumber(tenantId), query),
    outside,
    async close() {
      await Promise.all([outside.destroy(), ...[...pinned.values()].map((database) => database.destroy())]);
    },
  };
}

function wholeNumber(tenantId: number): number {
  if (!Number.isInteger(tenantId)) throw new TypeError("A group's number is an integer");
  return tenantId;
}
