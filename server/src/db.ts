// What everybody asks Postgres by: one pool, a few verbs that take Sql, and the listener for edits. The database itself
// answers nobody: whoever asks says for which viewer, and waits for their turn (lanes.ts).
import type { Readable } from "node:stream";
import pg from "pg";
import { again } from "./database/again.ts";
import { asProblem } from "./database/as-problem.ts";
import { Copies } from "./database/copies.ts";
import { type Asker, Lanes, SERVICE } from "./database/lanes.ts";
import { Presence } from "./database/presence.ts";
import { ReplicaReader } from "./database/replica-reader.ts";
import { Statements } from "./database/statements.ts";
import { ProblemError } from "./problems.ts";
import type { Sql } from "./sql.ts";
import { PUBLIC, type Viewer } from "./viewer/viewer.ts";

// dates as text (a date has no time zone), numeric and bigint as numbers (all of ours are below 2^53)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Database = ReturnType<typeof createDatabase>;
/** The database as a viewer sees it. */
export type Db = ReturnType<Database["as"]>;
/** one / maybeOne / many, wherever they ask. */
export type Verbs = ReturnType<typeof verbsOf>;

type Many = <Row extends pg.QueryResultRow>(statement: Sql) => Promise<Row[]>;

/**
 * From our side: a database that is stopped or cut off says nothing at all. Later than the end that a living one makes itself, so that
 * nothing is given up here that is answered there.
 */
const DEADLINE_MS = 12_000;
const CONNECT_MS = 5_000;
/** To say that it is there takes a database no time. */
const PING_DEADLINE_MS = 3_000;

const ignore = () => {};

/**
 * @param databaseUrl connection string of the serving role
 * @param options.namesStatements false behind a pooler that gives each transaction another connection: Postgres then reads and
 *   plans every statement anew
 * @param options.listenUrl where a connection is nobody else's meanwhile, as LISTEN needs it
 * @param options.readUrl of a streaming replica, which what everybody may read is read from while it lacks nothing
 * @param options.deadlineMs after which a statement that nothing is heard of is given up
 */
export function createDatabase(
  databaseUrl: string,
  {
    namesStatements = true,
    listenUrl = databaseUrl,
    readUrl = null as string | null,
    lanes = new Lanes(),
    deadlineMs = DEADLINE_MS,
  } = {},
) {
  const options = {
    // whose turn it is has a connection, and there is one to ask whether the database is there
    max: lanes.connections + 1,
    connectionTimeoutMillis: Math.min(CONNECT_MS, deadlineMs),
    // never closed for having nothing to do: with it would go every statement read and every plan made, and a quiet site would answer
    // each question as if it were the first
    idleTimeoutMillis: 0,
    keepAlive: true,
    keepAliveInitialDelayMillis: 60_000,
    application_name: "phuenthi-api",
  };
  const pool = new pg.Pool({ connectionString: databaseUrl, ...options });
  // an idle connection that breaks must not end the process: the next query opens another
  pool.on("error", ignore);

  const statements = new Statements(namesStatements, deadlineMs);
  const copies = new Copies(pool, statements);
  const replica = readUrl
    ? new ReplicaReader({ connectionString: readUrl, ...options }, lanes, statements)
    : null;
  const presence = new Presence(
    async () => {
      await pool.query(statements.inTime({ text: "select true" }, Math.min(PING_DEADLINE_MS, deadlineMs)));
    },
    () => lanes.isBusy,
    (error) => {
      lanes.refuseAll(error);
      copies.endAll(error);
    },
  );

  /** Waits for the asker's turn, and not for a database that is away. @returns to be called when the work is done */
  async function enter(asker: Asker, usualMs = 0): Promise<() => void> {
    presence.check();
    return lanes.enter(asker, usualMs);
  }

  /** In the words of the catalogue. One connection may have failed alone, so that it is asked whether the database is there. */
  function told(error: unknown): unknown {
    const problem = asProblem(error);
    if (problem instanceof ProblemError && problem.code === "database-unavailable") presence.suspect();
    return problem;
  }

  const manyOn =
    (queryable: pg.Pool | pg.PoolClient, asker: Asker): Many =>
    async <Row extends pg.QueryResultRow>(statement: Sql) => {
      try {
        const rows = await statements.ask<Row>(queryable, asker, statement);
        presence.hear();
        return rows;
      } catch (error) {
        throw told(error);
      }
    };

  async function transaction<Result>(
    viewer: Viewer,
    asker: Asker,
    work: (tx: Verbs) => Promise<Result>,
  ): Promise<Result> {
    const leave = await enter(asker);
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      client.on("error", ignore);
      await statements.begin(client, viewer);
      const result = await work(verbsOf(manyOn(client, asker)));
      await statements.commit(client);
      client.removeListener("error", ignore);
      client.release();
      return result;
    } catch (error) {
      // closed, and with it whatever it had begun: a connection that failed once is not worth a question
      client?.release(true);
      throw told(error);
    } finally {
      leave();
    }
  }

  async function copy(
    viewer: Viewer,
    asker: Asker,
    copyStatement: Sql,
    setting: [name: string, value: string],
  ): Promise<Readable> {
    const leave = await enter({ ...asker, lane: "files" }, statements.costs.of(copyStatement.text));
    try {
      return await copies.open(viewer, copyStatement, setting, leave);
    } catch (error) {
      throw told(error);
    }
  }

  /** The public needs no telling: its statements go alone, in one round trip. */
  function bind(viewer: Viewer, asker: Asker) {
    const alone = manyOn(pool, asker);
    const many: Many =
      viewer === PUBLIC
        ? async <Row extends pg.QueryResultRow>(statement: Sql) => {
            const rows = await replica?.ask<Row>(asker, statement);
            if (rows) return rows;
            const leave = await enter(asker, statements.costs.of(statement.text));
            return again(() => alone<Row>(statement)).finally(leave);
          }
        : (statement) => again(() => transaction(viewer, asker, (tx) => tx.many(statement)));
    return {
      ...verbsOf(many),

      /** All of it or nothing. */
      transaction: <Result>(work: (tx: Verbs) => Promise<Result>) =>
        again(() => transaction(viewer, asker, work)),

      /**
       * Streams the lines of a COPY. The setting carries what the SQL behind it may read: COPY binds no values.
       * @param setting [name, value] of a transaction-local setting
       * @throws ProblemError busy, asked-too-much
       */
      copy: (copyStatement: Sql, setting: [name: string, value: string]) =>
        copy(viewer, asker, copyStatement, setting),
    };
  }
  const ofService = bind(PUBLIC, SERVICE);

  return {
    /** For a viewer whom the database knows meanwhile (`phuenthi.viewer`), when it is the asker's turn. */
    as: (viewer: Viewer, asker: Asker = SERVICE) =>
      viewer === PUBLIC && asker === SERVICE ? ofService : bind(viewer, asker),

    /** Whether it is there, as it says itself; asked once for all who want to know at the same time. */
    presence,

    /** Which edit what is read from a replica has to have, as far as anybody here knows. */
    follow: (wanted: () => number | null) => replica?.follow(wanted),

    /** Is told of every statement, and how long it took. */
    watch: statements.watch.bind(statements),

    /** How many are served and wait, by kind of work. */
    lanes: () => lanes.standing(),

    /** One connection of its own for LISTEN. */
    listener: () =>
      new pg.Client({
        connectionString: listenUrl,
        application_name: "phuenthi-listener",
        keepAlive: true,
        connectionTimeoutMillis: Math.min(CONNECT_MS, deadlineMs),
        query_timeout: Math.min(PING_DEADLINE_MS, deadlineMs),
      }),

    close: () => {
      presence.close();
      return Promise.all([pool.end(), replica?.end()]);
    },
  };
}

function verbsOf(many: Many) {
  async function maybeOne<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row | null> {
    return (await many<Row>(statement))[0] ?? null;
  }
  async function one<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row> {
    const row = await maybeOne<Row>(statement);
    if (!row) throw new Error("a statement that always answers a row answered none");
    return row;
  }
  return { many, maybeOne, one };
}
