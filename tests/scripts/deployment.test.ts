// There is no Docker engine where this is written: the compose file is at least held to its own word.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

type Service = {
  image?: string;
  build?: { context: string; target: string };
  depends_on?: Record<string, { condition: string }>;
  extends?: { service: string };
  volumes?: string[];
  ports?: string[];
  profiles?: string[];
  environment?: Record<string, string>;
  healthcheck?: unknown;
  restart?: string;
};
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> };

const dockerfile = read("Dockerfile");

describe.each([
  { file: "docker-compose.yml", published: "server", servers: ["server"] },
  { file: "docker-compose.scale.yml", published: "proxy", servers: ["server-one", "server-two"] },
])("$file", ({ file, published, servers }) => {
  const compose = parse(read(file), { merge: true }) as Compose;
  const services = Object.entries(compose.services);

  it("names only services, volumes, files and build targets that exist", () => {
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map((match) => match[1]);
    for (const [name, service] of services) {
      for (const other of Object.keys(service.depends_on ?? {}))
        expect(Object.keys(compose.services), name).toContain(other);
      if (service.extends) expect(Object.keys(compose.services), name).toContain(service.extends.service);
      if (service.build) expect(stages, name).toContain(service.build.target);
      for (const volume of service.volumes ?? []) {
        const [from = ""] = volume.split(":");
        if (from.startsWith("./")) expect(() => read(from), name).not.toThrow();
        else expect(Object.keys(compose.volumes), name).toContain(from);
      }
    }
  });

  it("takes images of one version, and starts again what ends", () => {
    for (const [name, service] of services.filter(([, one]) => !one.extends)) {
      const { image, build, restart } = service;
      if (!build) expect(image, name).toMatch(/^[a-z0-9/-]+:v?[0-9]+[-.][a-z0-9.-]+$/);
      expect(restart, name).toMatch(/^(unless-stopped|on-failure:[0-9]+)$/);
    }
  });

  it("waits for health only where a health check is", () => {
    for (const [, service] of services) {
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        if (condition === "service_healthy") expect(compose.services[other]?.healthcheck).toBeDefined();
        // a service that is restarted for ever never completes
        if (condition === "service_completed_successfully") {
          expect(compose.services[other]?.restart).toMatch(/^on-failure/);
        }
      }
    }
  });

  it("publishes one service alone, to this machine alone", () => {
    const reachable = services.filter(([, service]) => service.ports && !service.profiles);
    expect(reachable.map(([name]) => name)).toEqual([published]);
    for (const [, service] of services) {
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it("has no password in it, and gives servers the serving role's login only", () => {
    expect(read(file)).not.toMatch(/PASSWORD: (?!\$\{)/);
    for (const name of servers) {
      const server = JSON.stringify(compose.services[name]?.environment);
      expect(server).not.toContain("POSTGRES_PASSWORD");
      expect(server).toContain("phuenthi_api:");
    }
  });

  it("takes every variable from .env.example", () => {
    const used = [...read(file).matchAll(/\$\{(\w+)/g)].map((match) => match[1] ?? "");
    for (const name of used) expect(read(".env.example")).toMatch(new RegExp(`^#? ?${name}=`, "m"));
  });
});

describe("docker-compose.scale.yml", () => {
  const compose = parse(read("docker-compose.scale.yml"), { merge: true }) as Compose;

  it("asks by a pooler in transaction mode, without named statements, and listens past it", () => {
    expect(compose.services.pooler?.environment).toMatchObject({
      DB_HOST: "primary",
      POOL_MODE: "transaction",
    });
    for (const name of ["server-one", "server-two"]) {
      const { environment = {} } = compose.services[name] ?? {};
      expect(environment.API_DATABASE_URL).toContain("@pooler:");
      expect(environment.LISTEN_DATABASE_URL).toContain("@primary:");
      expect(environment.NAMED_STATEMENTS).toBe("off");
    }
  });

  it("sends to every server by its proxy", () => {
    const [, list = ""] = /reverse_proxy (.*) \{/.exec(read("docs/scale/Caddyfile")) ?? [];
    expect(list.split(" ")).toEqual(["server-one:8080", "server-two:8080"]);
  });

  it("tells servers what a proxy before its own has said, and an id of its own", () => {
    const caddyfile = read("docs/scale/Caddyfile");
    expect(caddyfile).toMatch(/^\t\ttrusted_proxies private_ranges$/m);
    expect(caddyfile).toMatch(/^\t\theader_up X-Request-Id \{http\.request\.uuid\}$/m);
  });
});

describe("Dockerfile", () => {
  it("copies only what exists, and ends as an ordinary user", () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    for (const stage of stages.filter((text) => /^CMD/m.test(text))) expect(stage).toMatch(/^USER node$/m);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      (match) => match[1]?.split(" ") ?? [],
    );
    for (const path of copied.filter((name) => !name.includes("*")))
      expect(() => read(path === "." ? "package.json" : path)).not.toThrow();
  });

  it("installs every workspace the lock file knows", () => {
    const { workspaces } = JSON.parse(read("package.json")) as { workspaces: string[] };
    for (const workspace of workspaces) {
      expect(
        dockerfile.match(new RegExp(`^COPY ${workspace}/package\\.json ${workspace}/$`, "gm")),
      ).toHaveLength(2);
    }
  });
});
