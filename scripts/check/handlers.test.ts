import { describe, expect, it } from "vitest";
import { offencesIn } from "./handlers.ts";

const route = (handler: string) => `
  app.get(
    "/plans",
    { schema: {} },
${handler}
  );
`;
const kept = (make: string) =>
  route(`    (request, reply) => answers.send(request, reply, {
      make: ${make},
    }),`);

describe("handlerOffences", () => {
  it("lets a handler ask as whoever asks it, and keep what everybody sees", () => {
    expect(offencesIn(route("    (request) => listPlans(dbOf(request)),"))).toEqual([]);
    expect(offencesIn(kept("(db) => listPlans(db)"))).toEqual([]);
    const apart = `${route("    (request) => listPlans(dbOf(request)),")}${kept("listPlans")}`;
    expect(offencesIn(apart)).toEqual([]);
  });

  it("names the route that keeps what one viewer sees, or asks as nobody", () => {
    expect(offencesIn(kept("() => listPlans(dbOf(request))"))).toEqual([
      expect.stringMatching(/^"\/plans" answers everybody from memory/),
    ]);
    expect(offencesIn(route("    () => listPlans(publicDb),"))).toEqual([
      expect.stringMatching(/^"\/plans" asks publicDb/),
    ]);
  });
});
