import { describe, expect, test } from "vitest";
import { parseCsv } from "../../src/evidence/parse-csv.ts";
import { spot } from "./parsing.ts";

function told(text: string): unknown {
  const csv = parseCsv({ text, blob: "" });
  if (csv.state === "malformed") return spot(csv.at);
  const { headers, rows } = csv.table;
  return [headers, ...rows].map((row) => row.map((cell) => `${cell.text} ${spot(cell.at)}`));
}

describe("comma-separated values", () => {
  test.each([
    {
      text: "a,b\n1,2\n",
      rows: [
        ["a 1:1", "b 1:3"],
        ["1 2:1", "2 2:3"],
      ],
    },
    {
      text: "a,b\r\n1,2",
      rows: [
        ["a 1:1", "b 1:3"],
        ["1 2:1", "2 2:3"],
      ],
    },
    {
      text: "a,b\r1,2\r",
      rows: [
        ["a 1:1", "b 1:3"],
        ["1 2:1", "2 2:3"],
      ],
    },
    { text: "\ufeffa,b\n", rows: [["a 1:2", "b 1:4"]] },
    {
      text: "a, b \n 1 ,2\n",
      rows: [
        ["a 1:1", "b 1:4"],
        ["1 2:2", "2 2:5"],
      ],
    },
    {
      text: 'a,b\n"1,2","say ""hi"""\n',
      rows: [
        ["a 1:1", "b 1:3"],
        ["1,2 2:1", 'say "hi" 2:7'],
      ],
    },
    {
      text: 'a,b\n"1\n2",3\n4,5',
      rows: [
        ["a 1:1", "b 1:3"],
        ["1 2 2:1", "3 3:4"],
        ["4 4:1", "5 4:3"],
      ],
    },
    {
      text: 'a,b\n"1\r\n2" ,3\n',
      rows: [
        ["a 1:1", "b 1:3"],
        ["1 2 2:1", "3 3:5"],
      ],
    },
    {
      text: "\n\na,b\n\n1,\n",
      rows: [
        ["a 3:1", "b 3:3"],
        ["1 5:1", " 5:3"],
      ],
    },
    { text: 'a\n""\n', rows: [["a 1:1"]] },
    { text: "a\u200b\n", rows: [["a\u200b 1:1"]] },
    { text: "a;b\n", rows: [["a;b 1:1"]] },
  ])("$text", ({ text, rows }) => expect(told(text)).toEqual(rows));

  test.each([
    { name: "nothing", text: "", at: "1:1" },
    { name: "blank lines", text: "\n \n", at: "1:1" },
    { name: "a cell too many", text: "a,b\n1,2\n1,200,3\n", at: "3:1" },
    { name: "a cell too few", text: "a,b\n1\n", at: "2:1" },
    { name: "a quote never closed", text: 'a,b\n1,"2\n3,4\n', at: "2:3" },
    { name: "text behind a quote", text: 'a,b\n"1"2,3\n', at: "2:1" },
    { name: "a quote within a cell", text: 'a,b\n1"2,3\n', at: "2:1" },
  ])("$name is malformed", ({ text, at }) => expect(told(text)).toBe(at));

  test("a megabyte is read", () => {
    const csv = parseCsv({ text: `a,b\n${'"1\n2",3\n'.repeat(100_000)}`, blob: "" });
    expect(csv.state === "parsed" && csv.table.rows.length).toBe(100_000);
  });
});
