import { describe, expect, test } from "vitest";
import type { ChangedPath } from "../../src/model/fact.ts";
import type { Services } from "../../src/model/policy.ts";
import { changedServices, changesMatch, listServices } from "../../src/verdict/select-services.ts";

const declared = (services: Partial<Services> = {}): Services => ({
  from: "services/*",
  readiness: null,
  override: {},
  ungoverned: [],
  ...services,
});

const list = (services: Services | null, folders: string[]) =>
  listServices({ services, fields: { tier: "B" } }, folders);

/** `new <- old` for a path that moved. */
const changes = (...texts: string[]): ChangedPath[] =>
  texts.map((text) => {
    const [path = "", previous = null] = text.split(" <- ");
    return { path, previous };
  });

describe("the services of a repository", () => {
  test("one without a name, where none are declared", () => {
    const [service, ...others] = list(null, []);
    expect(others).toEqual([]);
    expect(service).toMatchObject({ id: null, path: "", fields: { tier: "B" } });
    expect(service?.readiness[0]).toBe("READINESS.md");
  });

  test("one without a name, where only its readiness document is named", () => {
    const services = list(declared({ from: null, readiness: "{path}/docs/launch.md" }), []);
    expect(services).toMatchObject([{ id: null, path: "", readiness: ["docs/launch.md"] }]);
  });

  test("are named after their folders and sorted", () => {
    expect(list(declared(), ["services/search", "services/api"]).map(({ id }) => id)).toEqual([
      "api",
      "search",
    ]);
  });

  test("whose folders share a name are named by their whole path: none is lost", () => {
    const services = list(declared({ from: "{services,jobs}/*" }), ["jobs/api", "services/api"]);
    expect(services.map(({ id }) => id)).toEqual(["jobs/api", "services/api"]);
  });

  test("take what the policy overrides, and no field from anywhere else", () => {
    const override = {
      api: { path: null, readiness: null, fields: { tier: "A" }, gates: ["data"] },
      batch: { path: "tools/batch", readiness: "docs/{service}.md", fields: {}, gates: null },
    };
    const services = list(declared({ readiness: "{path}/READY.md", override }), ["services/api"]);
    expect(services).toMatchObject([
      { id: "api", fields: { tier: "A" }, gates: ["data"], readiness: ["services/api/READY.md"] },
      { id: "batch", path: "tools/batch", fields: { tier: "B" }, readiness: ["docs/batch.md"] },
    ]);
  });

  test("named like something every object has are ordinary services", () => {
    expect(list(declared(), ["services/constructor"])).toMatchObject([
      { id: "constructor", gates: null },
    ]);
  });
});

describe("a change belongs to", () => {
  const services = list(declared(), ["services/api", "services/search"]);
  test.each([
    { paths: ["services/api/main.ts"], ids: ["api"] },
    { paths: ["services/api/a", "services/search/b"], ids: ["api", "search"] },
    { paths: ["attic/a <- services/api/a"], ids: ["api", "search"] },
    { paths: ["services/search/a <- services/api/a"], ids: ["api", "search"] },
    { paths: ["services/api"], ids: ["api"] },
    { paths: ["services/apiary/a"], ids: ["api", "search"] },
    { paths: ["libs/shared.ts"], ids: ["api", "search"] },
    { paths: ["README.md"], ids: [] },
    { paths: ["docs/.hidden/a"], ids: [] },
    { paths: ["README.md", "services/api/a"], ids: ["api"] },
    { paths: [], ids: [] },
  ])("$paths → $ids", ({ paths, ids }) => {
    const promotion = changedServices(services, ["*.md", "docs/**"], changes(...paths));
    expect(promotion.services.map(({ id }) => id)).toEqual(ids);
    expect(promotion.governed).toBe(ids.length > 0);
  });

  test("every service, where the changed paths are not known", () => {
    expect(changedServices(services, ["**"], null)).toEqual({ governed: true, services });
  });

  test("nobody, and is governed all the same, where no folder is a service", () => {
    expect(changedServices([], [], changes("services/api/a"))).toEqual({
      governed: true,
      services: [],
    });
  });
});

describe("globs over changed paths", () => {
  const [api] = list(declared(), ["services/api"]);
  test.each([
    { globs: ["{path}/rollout.yml"], paths: ["services/api/rollout.yml"], match: true },
    { globs: ["{path}/rollout.yml"], paths: ["services/search/rollout.yml"], match: false },
    { globs: ["**/rollout.yml"], paths: ["a <- deep/rollout.yml"], match: true },
    { globs: ["**"], paths: [".github/x"], match: true },
    { globs: ["**"], paths: ["a\nb/c"], match: true },
    { globs: ["*.yml"], paths: ["a\nb.yml"], match: true },
    { globs: ["Rollout.yml"], paths: ["rollout.yml"], match: false },
  ])("$globs on $paths: $match", ({ globs, paths, match }) => {
    expect(changesMatch(globs, api ?? null, changes(...paths))).toBe(match);
  });

  test("match where the changed paths are not known", () => {
    expect(changesMatch(["x"], api ?? null, null)).toBe(true);
  });
});
