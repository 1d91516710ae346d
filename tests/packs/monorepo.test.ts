import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lastLine, runCli } from "../cli/run-cli.ts";
import { exampleFiles } from "../support/example-repository.ts";
import { GitRepository } from "../support/git-repository.ts";
import { deadLinks } from "./dead-links.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/monorepo/", import.meta.url));
const AS_RECORDED = ["--facts", "facts.json", "--at", "2026-10-01T12:00:00Z"];

function monorepo(): GitRepository {
  const repository = GitRepository.create();
  cpSync(EXAMPLE, repository.root, { recursive: true });
  repository.git("remote", "add", "origin", "https://github.com/linden-shop/shop.git");
  repository.commit("Shop");
  repository.git("branch", "production");
  return repository;
}

interface Report {
  readonly decision: string;
  readonly services: readonly string[];
  readonly gates: readonly {
    readonly service: string;
    readonly id: string;
    readonly outcome: string;
    readonly rules: readonly {
      readonly id: string;
      readonly findings: readonly { readonly code: string }[];
    }[];
  }[];
}

async function report(repository: GitRepository, ...args: readonly string[]): Promise<Report> {
  const asked = ["check", ...AS_RECORDED, "--format", "json", ...args];
  return JSON.parse((await runCli(asked, { cwd: repository.root })).stdout);
}

describe("the monorepo", () => {
  test("finds thirty services, and judges each by its tier", async () => {
    const { services, gates } = await report(monorepo());
    expect(services).toHaveLength(30);
    const judged = (service: string) =>
      gates
        .filter((gate) => gate.service === service && gate.outcome !== "not-applicable")
        .map(({ id }) => id);
    expect(judged("payments")).toEqual(["ownership", "degradation", "operations"]);
    expect(judged("shipping")).toEqual(["ownership", "degradation"]);
    expect(judged("sitemap")).toEqual(["ownership"]);
  });

  test("holds one service back for four reasons, and lets one pass by a waiver", async () => {
    const { decision, gates } = await report(monorepo());
    expect(decision).toBe("no-go");
    const told = gates.filter(({ outcome }) => !["passed", "not-applicable"].includes(outcome));
    expect(told.map(({ service, id, outcome }) => `${service}/${id} ${outcome}`)).toEqual([
      "pricing/degradation conditional",
      "search/ownership failed",
      "search/degradation failed",
    ]);
    const codes = told
      .filter(({ service }) => service === "search")
      .flatMap(({ rules }) => rules.flatMap(({ findings }) => findings.map(({ code }) => code)));
    expect(codes).toEqual([
      "OWNERS-EMPTY",
      "CHECKLIST-UNTICKED",
      "SECTION-MISSING",
      "DOCUMENT-PLACEHOLDER",
    ]);
  });

  test("shows a line for each service, what is to be told first", async () => {
    const { stdout } = await runCli(["check", ...AS_RECORDED], { cwd: monorepo().root });
    const lines = stdout.split("\n");
    const head = lines.findIndex((line) => line.startsWith("  service "));
    expect(
      lines.slice(head, head + 4).map((line) => line.trim().replaceAll(/ {2,}/g, " ")),
    ).toEqual([
      "service ownership degradation operations",
      "search FAIL FAIL",
      "pricing ok COND",
      "audit-trail ok",
    ]);
    expect(lines.slice(head + 1, head + 31).every((line) => line !== "")).toBe(true);
    expect(lastLine(stdout)).toBe("Blocked: 2 fail, 1 passes on conditions, 47 pass");
  });

  test("judges the service that changed, alone", async () => {
    const repository = monorepo();
    repository.write("services/shipping/version.txt", "1.0.1\n").commit("Ship faster");
    const { services, decision } = await report(repository, "--base", "production");
    expect(services).toEqual(["shipping"]);
    expect(decision).toBe("go");
  });

  test("judges them all where the shared library changed", async () => {
    const repository = monorepo();
    repository.write("libs/shared/version.txt", "4.3.0\n").commit("Log more");
    expect((await report(repository, "--base", "production")).services).toHaveLength(30);
  });

  test("judges none where only a page changed that nothing governs", async () => {
    const repository = monorepo();
    repository.write("README.md", "# Shop\n").commit("Say more");
    const { services, decision } = await report(repository, "--base", "production");
    expect([services, decision]).toEqual([[], "go"]);
  });

  test("knows no other service", async () => {
    const ran = await runCli(["check", "--service", "serach"], { cwd: monorepo().root });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("search");
  });

  test("holds no link that leads nowhere", () => {
    expect(deadLinks(exampleFiles("monorepo"))).toEqual([]);
  });
});
