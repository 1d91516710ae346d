import { describe, expect, test } from "vitest";
import type { GateVerdict, Verdict } from "../../src/model/verdict.ts";
import { renderPretty } from "../../src/render/pretty.ts";
import type { Look } from "../../src/render/terminal-text.ts";
import { aGate, aVerdict, HOSTILE } from "./verdicts.ts";

const plain = (width: number): Look => ({ width, paint: (_, text) => text });

function verdictOf(
  gates: Readonly<Record<string, Readonly<Record<string, GateVerdict["outcome"]>>>>,
): Verdict {
  const all = Object.entries(gates).flatMap(([service, outcomes]) =>
    Object.entries(outcomes).map(([id, outcome]) => ({ ...aGate(id, outcome), id, service })),
  );
  return aVerdict({ services: Object.keys(gates), gates: all });
}

function table(verdict: Verdict, width = 80): string[] {
  const lines = renderPretty(verdict, null, plain(width)).split("\n");
  const head = lines.findIndex((line) => line.startsWith("  service "));
  if (head === -1) return [];
  return lines.slice(head, lines.indexOf("", head)).map((line) => line.slice(2));
}

test("a line a service, a column a gate, blank where it does not apply", () => {
  const verdict = verdictOf({
    cart: { ownership: "passed", runbook: "not-applicable" },
    search: { ownership: "failed", runbook: "errored" },
    orders: { ownership: "passed", runbook: "pending" },
    pricing: { ownership: "warned", runbook: "conditional" },
  });
  expect(table(verdict)).toEqual([
    "service  ownership  runbook",
    "search   FAIL       ERR",
    "orders   ok         WAIT",
    "pricing  WARN       COND",
    "cart     ok",
  ]);
});

test("a service that no gate judges stands among those that are blocked, and the summary says it", () => {
  const verdict: Verdict = {
    ...verdictOf({
      cart: { ownership: "passed" },
      search: { ownership: "warned" },
      shadow: { ownership: "not-applicable" },
    }),
    decision: "no-go",
  };
  expect(
    table(verdict)
      .slice(1)
      .map((line) => line.split(" ")[0]),
  ).toEqual(["shadow", "search", "cart"]);
  expect(renderPretty(verdict, null, plain(80))).toContain(
    "Blocked: 1 service is judged by no gate, 1 warns, 1 passes",
  );
});

test("there is none for a single service", () => {
  expect(table(verdictOf({ cart: { ownership: "passed" } }))).toEqual([]);
});

test("gates are numbered where their names have no room", () => {
  const gates = Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [`a-rather-long-gate-${index}`, "passed"] as const),
  );
  const lines = table(verdictOf({ cart: gates, orders: gates }), 60);
  expect(lines[0]).toBe("service  1     2     3     4     5     6     7     8");
  expect(lines.join(" ")).toContain("8 a-rather-long-gate-7");
});

test.each([2, 41, 500])("of %i services the passing ones beyond the table are counted", (count) => {
  const services = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `s${String(index).padStart(3, "0")}`,
      { ownership: index === count - 1 ? "failed" : "passed" } as const,
    ]),
  );
  const lines = table(verdictOf(services));
  expect(lines[1]).toMatch(new RegExp(`^s${String(count - 1).padStart(3, "0")} +FAIL$`));
  expect(lines.length).toBeLessThanOrEqual(43);
  const left = count - 40;
  if (left > 0) {
    const noun = left === 1 ? "service" : "services";
    expect(lines.at(-1)).toBe(`${left} ${noun} more with nothing against them`);
  }
});

describe("a hostile name of a service", () => {
  test.each([...HOSTILE, "a\u001b[2Jb", "x".repeat(500), "a\nb"])(
    "%j stays in its cell",
    (name) => {
      const lines = table(
        verdictOf({ [name]: { ownership: "failed" }, cart: { ownership: "passed" } }),
      );
      expect(lines).toHaveLength(3);
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(78);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(line).not.toMatch(/[\u0000-\u001f]/);
      }
    },
  );
});
