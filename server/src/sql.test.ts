import { describe, expect, it } from "vitest";
import { sql } from "./sql.ts";

describe("sql", () => {
  it("binds values in order", () => {
    const statement = sql`select ${1} where name = ${"x'; drop table area"}`;
    expect(statement.text).toBe("select $1 where name = $2");
    expect(statement.values).toEqual([1, "x'; drop table area"]);
  });

  it("nests fragments and numbers their values through", () => {
    const where = sql`where a = ${1} and ${sql`b = ${2}`}`;
    const statement = sql`select ${0} from t ${where} limit ${3}`;
    expect(statement.text).toBe("select $1 from t where a = $2 and b = $3 limit $4");
    expect(statement.values).toEqual([0, 1, 2, 3]);
  });

  it("takes fragments without values", () => {
    expect(sql`select 1 ${sql`order by a`}`.text).toBe("select 1 order by a");
    expect(sql`${sql`a`}, ${sql`b`}`.text).toBe("a, b");
  });
});
