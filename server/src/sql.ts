// The only way to say SQL in the server: a tagged template whose values are always bound.

/** A statement or a fragment of one. Fragments nest; everything else becomes a parameter. */
export class Sql {
  constructor(
    readonly parts: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** Text with $1, $2, … as Postgres wants it. */
  get text(): string {
    return this.parts.reduce((text, part, index) => `${text}$${index}${part}`);
  }
}

/**
 * A name of the database, from a declaration and never from a request: sqlName("record", "plan/json").
 * @throws Error for whatever could end a quoted name
 */
export function sqlName(...path: string[]): Sql {
  const wrong = path.find((name) => !/^[a-z][a-z0-9_/-]*$/.test(name));
  if (wrong !== undefined) throw new Error(`${wrong} is no name in the database`);
  return new Sql([path.map((name) => `"${name}"`).join(".")], []);
}

/** sql`select … where code = ${code} ${order}` with `order` another sql`…`. */
export function sql(strings: TemplateStringsArray, ...inputs: unknown[]): Sql {
  const parts: string[] = [strings[0] ?? ""];
  const values: unknown[] = [];
  const append = (text: string) => {
    parts[parts.length - 1] += text;
  };
  inputs.forEach((input, index) => {
    if (input instanceof Sql) {
      append(input.parts[0] ?? "");
      input.values.forEach((value, at) => {
        values.push(value);
        parts.push(input.parts[at + 1] ?? "");
      });
    } else {
      values.push(input);
      parts.push("");
    }
    append(strings[index + 1] ?? "");
  });
  return new Sql(parts, values);
}
