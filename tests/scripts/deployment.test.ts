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

const compose = parse(read("docker-compose.yml")) as Compose;
const dockerfile = read("Dockerfile");
const services = Object.entries(compose.services);

describe("docker-compose.yml", () => {
  it("names only services, volumes and build targets that exist", () => {
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map((match) => match[1]);
    for (const [name, service] of services) {
      for (const other of Object.keys(service.depends_on ?? {}))
        expect(Object.keys(compose.services), name).toContain(other);
      if (service.extends) expect(Object.keys(compose.services), name).toContain(service.extends.service);
      if (service.build) expect(stages, name).toContain(service.build.target);
      for (const volume of service.volumes ?? [])
        expect(Object.keys(compose.volumes), name).toContain(volume.split(":")[0]);
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

  it("publishes the server alone, to this machine alone", () => {
    const published = services.filter(([, service]) => service.ports && !service.profiles);
    expect(published.map(([name]) => name)).toEqual(["server"]);
    for (const [, service] of services) {
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it("has no password in it, and gives the server the serving role's login only", () => {
    expect(read("docker-compose.yml")).not.toMatch(/PASSWORD: (?!\$\{)/);
    const server = JSON.stringify(compose.services.server?.environment);
    expect(server).not.toContain("POSTGRES_PASSWORD");
    expect(server).toContain("phuenthi_api:");
  });

  it("takes every variable from .env.example", () => {
    const used = [...read("docker-compose.yml").matchAll(/\$\{(\w+)/g)].map((match) => match[1] ?? "");
    for (const name of used) expect(read(".env.example")).toMatch(new RegExp(`^#? ?${name}=`, "m"));
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
