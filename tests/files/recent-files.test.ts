import { describe, expect, test } from "vitest";
import { RecentFiles } from "../../src/files/recent-files.ts";
import type { FileFact } from "../../src/model/fact.ts";

function fileOf(text: string): FileFact {
  return { state: "file", file: { text, blob: `id of ${text}` } };
}

describe("files that were read last", () => {
  test("are one object for each blob", () => {
    const recent = new RecentFiles(100);
    const first = recent.keep("a", fileOf("one"));
    expect(recent.keep("a", fileOf("one"))).toBe(first);
    expect(recent.keep("b", fileOf("one"))).not.toBe(first);
  });

  test("go once they are too many, those not used for longest first", () => {
    const recent = new RecentFiles(20);
    const [a, b] = [
      recent.keep("a", fileOf("x".repeat(8))),
      recent.keep("b", fileOf("y".repeat(8))),
    ];
    recent.keep("a", fileOf("x".repeat(8)));
    recent.keep("c", fileOf("z".repeat(8)));
    expect(recent.keep("a", fileOf("x".repeat(8)))).toBe(a);
    expect(recent.keep("b", fileOf("y".repeat(8)))).not.toBe(b);
  });

  test("are not kept where one alone is too much, and then is still what was read", () => {
    const recent = new RecentFiles(4);
    const read = fileOf("far too long");
    expect(recent.keep("a", read)).toBe(read);
    const again = fileOf("far too long");
    expect(recent.keep("a", again)).toBe(again);
  });
});
