import { describe, expect, test } from "vitest";
import { collapseSpaces, headingKey, headingNumber, keyOf } from "../../src/text/key.ts";

describe("two names are one", () => {
  test.each([
    { a: "Owner", b: "  oWNER " },
    { a: "Model  quality", b: "model\u00a0quality" },
    { a: "Model quality", b: "Model\tquality\n" },
    { a: "Modèle", b: "Mode\u0300le" },
    { a: "ＫＰＩ", b: "kpi" },
    { a: "ﬁnal", b: "final" },
    { a: "Straße", b: "STRASSE" },
    { a: "ΟΔΟΣ", b: "οδος" },
    { a: "İstanbul", b: "i\u0307stanbul" },
    { a: "№ 1", b: "No 1" },
  ])("$a and $b", ({ a, b }) => expect(keyOf(a)).toBe(keyOf(b)));
});

describe("two names are not one", () => {
  test.each([
    { why: "a Greek capital", a: "Owner", b: "Οwner" },
    { why: "a Cyrillic letter", a: "data", b: "dаta" },
    { why: "a dotless i", a: "privacy", b: "prıvacy" },
    { why: "a zero-width space", a: "owner", b: "own\u200ber" },
    { why: "a zero-width space at the end", a: "owner", b: "owner\u200b" },
    { why: "a byte order mark at the end", a: "owner", b: "owner\ufeff" },
    { why: "a right-to-left mark", a: "owner", b: "\u200fowner" },
    { why: "other words", a: "data parity", b: "dataparity" },
  ])("because of $why", ({ a, b }) => expect(keyOf(a)).not.toBe(keyOf(b)));
});

describe("headings with one key", () => {
  test.each([
    { heading: "Gate 2 · Data", key: "data" },
    { heading: "Gate 2: Data", key: "data" },
    { heading: "GATE 2 — data", key: "data" },
    { heading: "Gate 2 – Data", key: "data" },
    { heading: "2. Data", key: "data" },
    { heading: "2) Data", key: "data" },
    { heading: "2.1 Data", key: "data" },
    { heading: "2.1. Data", key: "data" },
    { heading: "Phase 1: Data", key: "data" },
    { heading: "📊 Data", key: "data" },
    { heading: "⚠️ Data ⚠️", key: "data" },
    { heading: "👩‍🔬 Data", key: "data" },
    { heading: "1️⃣ Data", key: "data" },
    { heading: "**Data!**", key: "data" },
    { heading: "Data?", key: "data" },
    { heading: "data-quality", key: "data quality" },
    { heading: "Data & quality", key: "data & quality" },
  ])("$heading", ({ heading, key }) => expect(headingKey(heading)).toBe(key));
});

describe("numbers that belong to the title", () => {
  test.each([
    { heading: "24/7 support", key: "24 7 support" },
    { heading: "2 factor login", key: "2 factor login" },
    { heading: "2026 plan", key: "2026 plan" },
    { heading: "2026-09 plan", key: "2026 09 plan" },
    { heading: "Phase 1 rollout", key: "phase 1 rollout" },
    { heading: "Release 1.1", key: "release 1 1" },
    { heading: "Release 11", key: "release 11" },
    { heading: "C++", key: "c++" },
    { heading: "Gate 2", key: "gate 2" },
    { heading: "2.", key: "2" },
    { heading: "???", key: "???" },
    { heading: "🚀", key: "🚀" },
    { heading: "", key: "" },
  ])("$heading", ({ heading, key }) => expect(headingKey(heading)).toBe(key));
});

test.each([
  { heading: "Phase 1: Data", number: "1" },
  { heading: "2.1 Data", number: "2.1" },
  { heading: "Data", number: null },
  { heading: "24/7 support", number: null },
])("the number of $heading is $number", ({ heading, number }) => {
  expect(headingNumber(heading)).toBe(number);
});

test.each([
  { text: " a \t\n b ", collapsed: "a b" },
  { text: "   ", collapsed: "" },
  { text: "", collapsed: "" },
  { text: "\u200b a", collapsed: "\u200b a" },
])("white space of $text", ({ text, collapsed }) => expect(collapseSpaces(text)).toBe(collapsed));
