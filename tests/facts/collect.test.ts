import { expect, test } from "vitest";
import { collect, type Question } from "../../src/facts/collect.ts";
import { recordingReader } from "../../src/facts/fact-reader.ts";
import { missing } from "../../src/model/fact.ts";
import { MemorySource } from "../support/memory-source.ts";

/** Follows a chain of files, each naming the next; answers with the last text it saw. */
function follow(path: string): Question<string> {
  return {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      let seen = "";
      for (let next: string | undefined = path; next !== undefined; ) {
        const fact = reader.read("file", { path: next, revision: "evidence" });
        if (fact?.state !== "file") break;
        seen = fact.file.text;
        next = seen.startsWith("-> ") ? seen.slice(3) : undefined;
      }
      const [reason] = unreadable.values();
      return { answer: reason === undefined ? seen : `missing: ${reason.detail}`, wanted };
    },
  };
}

test("what the first documents name is read in the next round", async () => {
  const source = new MemorySource({ evidence: { a: "-> b", b: "-> c", c: "end" } });
  expect(await collect([follow("a")], source)).toEqual(["end"]);
  expect(source.rounds).toBe(3);
});

test("each fact is read once, however many ask for it", async () => {
  const source = new MemorySource({ evidence: { a: "-> b", b: "end" } });
  expect(await collect([follow("a"), follow("a"), follow("b")], source)).toEqual([
    "end",
    "end",
    "end",
  ]);
  expect(source.asked.map((request) => "path" in request && request.path)).toEqual(["a", "b"]);
});

test("answers keep the order of the questions, also when the later one is done first", async () => {
  const source = new MemorySource({ evidence: { a: "-> b", b: "B", x: "X" } });
  expect(await collect([follow("a"), follow("x")], source)).toEqual(["B", "X"]);
});

test("what is still wanted after four rounds is unreadable, not unread", async () => {
  const source = new MemorySource({ evidence: { a: "-> b", b: "-> c", c: "-> d", d: "-> e" } });
  expect(await collect([follow("a")], source)).toEqual([
    "missing: it would take more than 4 rounds of reading",
  ]);
  expect(source.rounds).toBe(4);
});

test("a source that answers too little leaves the rest unreadable", async () => {
  const source = { read: async () => [] };
  expect(await collect([follow("a")], source)).toEqual(["missing: it was not answered"]);
});

test("a missing fact is not asked for again", async () => {
  const source = new MemorySource({ evidence: {} }).with(
    { kind: "file", path: "a", revision: "evidence" },
    missing("forbidden", "the token lacks `contents: read`"),
  );
  expect(await collect([follow("a")], source)).toEqual([
    "missing: the token lacks `contents: read`",
  ]);
  expect(source.rounds).toBe(1);
});

test("without questions nothing is read", async () => {
  const source = new MemorySource({});
  expect(await collect([], source)).toEqual([]);
  expect(source.rounds).toBe(0);
});
