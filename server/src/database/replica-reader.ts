// Asks the replica what everybody may read, as long as it has all that an answer has to have (replica.ts).
import pg from "pg";
import type { Sql } from "../sql.ts";
import { again } from "./again.ts";
import { asProblem } from "./as-problem.ts";
import type { Asker, Lanes } from "./lanes.ts";
import { Replica } from "./replica.ts";
import type { Statements } from "./statements.ts";

/** Longer than that the primary would have answered. */
const REPLICA_DEADLINE_MS = 200;

export class ReplicaReader {
  private readonly pool: pg.Pool;
  private readonly replica: Replica;

  constructor(
    options: pg.PoolConfig,
    private readonly lanes: Lanes,
    private readonly statements: Statements,
  ) {
    this.pool = new pg.Pool(options);
    this.replica = new Replica(() => this.lastEdit());
    this.pool.on("error", () => this.replica.lose());
  }

  /** Which edit an answer has to have, as far as anybody here knows. */
  follow(wanted: () => number | null): void {
    this.replica.follow(wanted);
  }

  /** @returns null where the primary has to be asked */
  async ask<Row extends pg.QueryResultRow>(asker: Asker, statement: Sql): Promise<Row[] | null> {
    if (asker.lane !== "public" || !(await this.replica.hasAll())) return null;
    const leave = await this.lanes.enter(asker, this.statements.costs.of(statement.text));
    try {
      return await again(() => this.statements.ask<Row>(this.pool, asker, statement));
    } catch (error) {
      if (this.replica.isToBlame(error)) return null;
      throw asProblem(error);
    } finally {
      leave();
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }

  private async lastEdit(): Promise<number> {
    const { rows } = await this.pool.query<{ version: number }>(
      this.statements.inTime(
        { text: "select version from data_version where topic = 'edit'" },
        REPLICA_DEADLINE_MS,
      ),
    );
    return rows[0]?.version ?? 0;
  }
}
