// How statements are put to Postgres: named, ended by our clock too, and told of when they are done.
import type pg from "pg";
import type { Sql } from "../sql.ts";
import { PUBLIC, type Viewer } from "../viewer/viewer.ts";
import type { Asker, LaneName } from "./lanes.ts";
import { StatementCosts } from "./statement-costs.ts";
import { statementName } from "./statement-name.ts";

/** @param text of a statement, without its values */
type Watcher = (text: string, ms: number, lane: LaneName) => void;

/** For the length of the transaction, so that behind a pooler nobody inherits it. Where nobody is named, the public asks. */
const SET_VIEWER = "select set_config('phuenthi.viewer', $1, true)";

export class Statements {
  readonly costs = new StatementCosts();
  private readonly watchers: Watcher[] = [];

  /** @param deadlineMs after which a statement that nothing is heard of is given up */
  constructor(
    private readonly namesThem: boolean,
    readonly deadlineMs: number,
  ) {}

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  tell(text: string, began: number, lane: LaneName): void {
    for (const watch of this.watchers) watch(text, performance.now() - began, lane);
  }

  /** `query_timeout` of one statement: said for a whole connection, a COPY would end by it too. */
  inTime(statement: pg.QueryConfig, query_timeout = this.deadlineMs): pg.QueryConfig {
    return Object.assign(statement, { query_timeout });
  }

  async ask<Row extends pg.QueryResultRow>(
    queryable: pg.Pool | pg.PoolClient,
    { lane }: Asker,
    { text, values: bound }: Sql,
  ): Promise<Row[]> {
    const values = [...bound];
    const began = performance.now();
    try {
      const name = this.namesThem ? { name: statementName(text) } : {};
      const { rows } = await queryable.query<Row>(this.inTime({ ...name, text, values }));
      this.costs.add(text, performance.now() - began);
      return rows;
    } finally {
      this.tell(text, began, lane);
    }
  }

  /** A transaction whose statements are the viewer's. */
  async begin(client: pg.PoolClient, viewer: Viewer, mode = ""): Promise<void> {
    await client.query(this.inTime({ text: `begin ${mode}` }));
    if (viewer !== PUBLIC) await client.query(this.inTime({ text: SET_VIEWER, values: [viewer.name] }));
  }

  async commit(client: pg.PoolClient): Promise<void> {
    await client.query(this.inTime({ text: "commit" }));
  }
}
