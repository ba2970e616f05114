// Holds every answer that a test gets to what the API says of itself: the status is listed, the type too, and the JSON
// is what its schema says.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";

type Answer = { description: string; content?: Record<string, { schema: object }> };
type Operation = { responses: Record<string, Answer> };
type Path = { pattern: RegExp; literals: number; methods: Record<string, Operation> };

const ajv = new Ajv2020({ strict: false, allErrors: true });
// biome-ignore lint/suspicious/noExplicitAny: its types are those of a module that is not one
(addFormats as any)(ajv);
const compiled = new Map<object, ValidateFunction>();

/** Makes `inject` of an app check what it answers. */
export function checkAnswers(app: FastifyInstance): void {
  const inject = app.inject.bind(app) as (options: unknown) => Promise<LightMyRequestResponse>;
  let paths: Path[] | null = null;
  const checked = async (options: { method?: string; url: string } | string) => {
    const answer = await inject(options);
    paths ??= readPaths(app);
    const { method = "GET", url } = typeof options === "string" ? { url: options } : options;
    checkAnswer(paths, method, url, answer);
    return answer;
  };
  app.inject = checked as unknown as typeof app.inject;
}

function readPaths(app: FastifyInstance): Path[] {
  const { paths = {} } = app.swagger() as unknown as { paths?: Record<string, Record<string, Operation>> };
  return Object.entries(paths)
    .map(([path, methods]) => {
      const literal = path.split(/\{[^}]+\}/);
      const escaped = literal.map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"));
      return {
        pattern: new RegExp(`^${escaped.join("[^/]+")}$`),
        literals: literal.join("").length,
        methods,
      };
    })
    .toSorted((a, b) => b.literals - a.literals);
}

function checkAnswer(paths: Path[], method: string, url: string, answer: LightMyRequestResponse): void {
  const asked = `${method} ${url}`;
  const path = paths.find(({ pattern }) => pattern.test(url.split("?")[0] ?? ""));
  // a HEAD is a GET without its body
  const operation = path?.methods[(method === "HEAD" ? "GET" : method).toLowerCase()];
  if (!operation) return;
  const type = String(answer.headers["content-type"] ?? "").split(";")[0] ?? "";
  const isProblem = type === "application/problem+json";
  const described =
    operation.responses[answer.statusCode] ?? (isProblem ? operation.responses.default : undefined);
  if (!described)
    throw new Error(`${asked} answered ${answer.statusCode}, which the API does not say it may`);
  if (answer.body === "" || method === "HEAD") return;
  const schema = described.content?.[type]?.schema;
  if (!schema)
    throw new Error(`${asked} answered ${answer.statusCode} as ${type}, which the API does not say it may`);
  const encoding = answer.headers["content-encoding"] ?? "identity";
  // one JSON text, not lines of many
  if (!/^application\/(.+\+)?json$/.test(type) || encoding !== "identity") return;
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(answer.json())) return;
  const faults = (validate.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => {
    return `${instancePath} ${message} ${JSON.stringify(params)}`;
  });
  throw new Error(`${asked} is not what its schema says:\n${faults.join("\n")}`);
}
