// buildApp: plugins, then every module of the API on a line of its own: to be read, so none is found by name.
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import compress from "@fastify/compress";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { ApiContext } from "./api-context.ts";
import { AnswerCache } from "./cached-answer.ts";
import { clientOf } from "./client-address.ts";
import { tagAnswers } from "./conditional.ts";
import type { Config } from "./config.ts";
import { DataVersions } from "./data-version.ts";
import { askerOf } from "./database/lanes.ts";
import type { Database } from "./db.ts";
import { Description } from "./description.ts";
import { refuseBentRequests, withoutOwnHost } from "./door/bent-requests.ts";
import { boundBodies } from "./door/bodies.ts";
import { DOOR_LIMITS, type DoorLimits } from "./door/limits.ts";
import { openDoor } from "./door/open-door.ts";
import { KeptFiles } from "./kept-files.ts";
import { createLog, idOfProxy, logRequests, logStatement } from "./log.ts";
import { measure } from "./metrics.ts";
import { areaRoutes } from "./modules/areas/areas.routes.ts";
import { catalogueRoutes } from "./modules/catalogue/catalogue.routes.ts";
import { coverageRoutes } from "./modules/coverage/coverage.routes.ts";
import { explanationCsvRoutes } from "./modules/exports/explanation-csv.routes.ts";
import { exportRoutes } from "./modules/exports/exports.routes.ts";
import { noQuery } from "./modules/filter/filter.schema.ts";
import { gapRoutes } from "./modules/gaps/gaps.routes.ts";
import { healthRoutes } from "./modules/health/health.routes.ts";
import { indicatorRoutes } from "./modules/indicators/indicators.routes.ts";
import { localAuthorityRoutes } from "./modules/local-authorities/local-authorities.routes.ts";
import { overviewRoutes } from "./modules/overview/overview.routes.ts";
import { placeRoutes } from "./modules/places/places.routes.ts";
import { profileRoutes } from "./modules/profiles/profiles.routes.ts";
import { recordRoutes } from "./modules/records/records.routes.ts";
import { similarRoutes } from "./modules/similar/similar.routes.ts";
import { targetRoutes } from "./modules/targets/targets.routes.ts";
import { tileRoutes } from "./modules/tiles/tiles.routes.ts";
import { describeApi } from "./openapi.ts";
import { openToOtherSites } from "./other-sites.ts";
import { answerClientError, answerFrameworkError, answerNotFound, registerProblems } from "./problems.ts";
import { publicPath } from "./public-address.ts";
import { askForTls, DATA_HEADERS, PAGE_HEADERS, sendHeaders } from "./security-headers.ts";
import { seenBy } from "./seen-version.ts";
import { servePage } from "./static-page.ts";
import { EditKey } from "./viewer/edit-key.ts";
import { PUBLIC, viewerOf } from "./viewer/viewer.ts";

/** The pages of the API description bring styles of their own; nothing is fetched from anywhere else. */
const DOCS_CSP =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'";

export async function buildApp({
  db,
  config,
  door = {},
}: {
  db: Database;
  config: Pick<
    Config,
    "logLevel" | "webDist" | "trustProxy" | "publicUrl" | "editKey" | "metricsToken" | "redistributeSources"
  >;
  /** other limits at the door, for tests that cannot wait */
  door?: Partial<DoorLimits>;
}): Promise<FastifyInstance> {
  const { publicUrl, editKey, metricsToken, redistributeSources } = config;
  const path = publicPath(publicUrl);
  const limits = { ...DOOR_LIMITS, ...door };
  const app = fastify({
    serverFactory: (answer) => openDoor(answer, limits, config.trustProxy),
    // no logger of its own for each request: log.ts says what is logged
    logger: false,
    genReqId: config.trustProxy > 0 ? idOfProxy : () => "",
    // by number: of a chain only what our own proxies added is believed
    trustProxy: (_address, hop) => hop < config.trustProxy,
    // most proxies take the path under which they put this server off; some leave it
    rewriteUrl: (request) => {
      const url = withoutOwnHost(request as IncomingMessage);
      return path !== "" && (url === path || url.startsWith(`${path}/`))
        ? url.slice(path.length) || "/"
        : url;
    },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerFrameworkError,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const log = createLog(config.logLevel);
  registerProblems(app, log);
  refuseBentRequests(app);
  boundBodies(app, limits);
  db.watch((text, ms) => logStatement(log, text, ms));

  const versions = new DataVersions(db);
  db.follow(() => versions.wanted);
  await versions.listen();
  app.addHook("onClose", () => versions.close());
  const files = new KeptFiles();
  app.addHook("onClose", async () => files.close());
  const context: ApiContext = {
    dbOf: (request) => {
      versions.heed(seenBy(request));
      return db.as(viewerOf(request), askerOf(request));
    },
    publicDb: db.as(PUBLIC),
    pingDatabase: () => db.presence.ask(),
    fileFor: (request, tag, make) => files.read(viewerOf(request), tag, make, clientOf(request)),
    answers: new AnswerCache(db, versions),
    versions,
    editKey: new EditKey(editKey, publicUrl),
    publicUrl,
    redistributeSources,
  };

  tagAnswers(app);
  await app.register(compress, {
    threshold: 1024,
    globalDecompression: false,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { 1: 4 } },
  });
  await app.register(swagger, describeApi(apiVersion()));
  const description = new Description(app, publicUrl);
  await app.register(
    async (scope) => {
      context.answers.answerAgain(scope);
      sendHeaders(scope, DATA_HEADERS);
      openToOtherSites(scope, publicUrl);
      logRequests(scope, log);
      if (metricsToken !== null) measure(scope, context, db, metricsToken);
      // a route that asks nothing more refuses by name what is given all the same
      scope.addHook("onRoute", ({ schema }) => {
        if (schema && !schema.hide) schema.querystring ??= noQuery;
      });
      const api = scope.withTypeProvider<ZodTypeProvider>();
      healthRoutes(api, context);
      areaRoutes(api, context);
      localAuthorityRoutes(api, context);
      placeRoutes(api, context);
      profileRoutes(api, context);
      indicatorRoutes(api, context);
      coverageRoutes(api, context);
      gapRoutes(api, context);
      similarRoutes(api, context);
      recordRoutes(api, context);
      catalogueRoutes(api, context);
      tileRoutes(api, context);
      overviewRoutes(api, context);
      targetRoutes(api, context);
      exportRoutes(api, context);
      explanationCsvRoutes(api, context);
      api.get("/openapi.json", { schema: { hide: true } }, (request, reply) =>
        description.send("json", request, reply),
      );
      scope.setNotFoundHandler(answerNotFound);
    },
    { prefix: "/api" },
  );
  await app.register(async (scope) => {
    sendHeaders(scope, PAGE_HEADERS);
    askForTls(scope, publicUrl, config.trustProxy);
    await scope.register(swaggerUi, {
      routePrefix: "/api/docs",
      indexPrefix: path,
      staticCSP: DOCS_CSP,
      uiHooks: {
        // before it writes its own, with every request anew
        onRequest: async (request, reply) => {
          const format = /\/docs\/(json|yaml)$/.exec(request.routeOptions.url ?? "")?.[1];
          if (format === "json" || format === "yaml") await description.send(format, request, reply);
        },
      },
    });
    await servePage(scope, config.webDist, `${path}/`);
  });
  return app;
}

/** From server/package.json, beside src as well as beside dist; which corrections are in it is for those who run it. */
function apiVersion(): string {
  const text = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  return version.split(".").slice(0, 2).join(".");
}
