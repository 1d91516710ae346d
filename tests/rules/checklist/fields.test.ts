import { describe, expect, test } from "vitest";
import { checklist } from "../../../src/rules/checklist.ts";
import { askRule, told } from "../../support/ask-rule.ts";
import { type Content, MemorySource } from "../../support/memory-source.ts";

interface Row {
  readonly name: string;
  readonly lines: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly found: readonly string[];
}

const ask = (
  { lines, options = {} }: Pick<Row, "lines" | "options">,
  require: readonly string[],
  rest: { readonly maxAge?: string; readonly now?: string; readonly source?: MemorySource } = {},
) =>
  askRule(checklist, {
    options: { heading: "Data", items: [{ id: "a", require }], ...options },
    source: new MemorySource({ evidence: { "READINESS.md": document(lines) } }),
    ...rest,
  });

const document = (lines: readonly string[]) => `## Data\n\n${lines.join("\n")}\n`;

const item = (...fields: readonly string[]) => [
  "- [x] `a` It",
  ...fields.map((field) => `  - ${field}`),
];

describe("owner", () => {
  const rows: readonly Row[] = [
    { name: "a mention", lines: item("Owner: @ana"), found: [] },
    { name: "a mention on the line", lines: ["- [x] `a` It · @ana"], found: [] },
    { name: "a team", lines: item("Owner: @acme/data"), found: [] },
    { name: "two people", lines: item("Owner: @ana, @raj"), found: [] },
    { name: "a label in any case", lines: item("OWNER: @ana"), found: [] },
    { name: "inherited", lines: ["Owner: @ana", "", "- [x] `a` It"], found: [] },
    { name: "missing", lines: item(), found: ["failed CHECKLIST-FIELD-MISSING a"] },
    { name: "empty", lines: item("Owner:"), found: ["failed CHECKLIST-FIELD-MISSING a"] },
    { name: "TBD", lines: item("Owner: TBD"), found: ["failed CHECKLIST-FIELD-MISSING a"] },
    {
      name: "as printed",
      lines: item("Owner: @<login>"),
      found: ["failed CHECKLIST-FIELD-MISSING a"],
    },
    { name: "a name", lines: item("Owner: Ana Lima"), found: ["failed CHECKLIST-OWNER-FORM a"] },
    {
      name: "an address",
      lines: item("Owner: ana@acme.example"),
      found: ["failed CHECKLIST-OWNER-FORM a"],
    },
    {
      name: "twice",
      lines: item("Owner: @ana", "Owner: @raj"),
      found: ["failed CHECKLIST-FIELD-DUPLICATE a"],
    },
    {
      name: "a hidden character",
      lines: item("Owner: @an\u202ea"),
      found: ["failed HIDDEN-CHARACTER a"],
    },
    {
      name: "in a code fence",
      lines: ["- [x] `a` It", "  ```", "  - Owner: @ana", "  ```"],
      found: ["failed CHECKLIST-FIELD-MISSING a"],
    },
  ];
  test.each(rows)("$name", async (row) => {
    expect(told(await ask(row, ["owner"]))).toEqual(row.found);
  });

  test("the remedy for two fields does not pass as it is printed", async () => {
    const [finding] = (await ask({ lines: item("Owner: @ana", "Owner: @raj") }, ["owner"]))
      .findings;
    const pasted = /`(Owner: [^`]*)`/.exec(finding?.remedy ?? "")?.[1] ?? "";
    expect(told(await ask({ lines: item(pasted) }, ["owner"]))).toEqual([
      "failed CHECKLIST-FIELD-MISSING a",
    ]);
  });

  test.each([
    { name: "the account of the deleted", owner: "@Ghost" },
    { name: "an app", owner: "@renovate[bot]" },
    { name: "one of two is gone", owner: "@ana, @ghost" },
  ])("$name owns nothing, which GitHub need not be asked for", async ({ owner }) => {
    expect(told(await ask({ lines: item(`Owner: ${owner}`) }, ["owner"]))).toEqual([
      "failed CHECKLIST-OWNER-NOT-A-PERSON a",
    ]);
  });

  test("an unfit owner nobody requires is let be", async () => {
    expect(told(await ask({ lines: item("Owner: Ana") }, []))).toEqual([]);
  });
});

describe("`individual`", () => {
  const rows = [
    { name: "a person", owner: "@ana", found: [] },
    { name: "a team", owner: "@acme/data", found: ["failed CHECKLIST-OWNER-NOT-A-PERSON a"] },
    { name: "a bot", owner: "@renovate", found: ["failed CHECKLIST-OWNER-NOT-A-PERSON a"] },
    { name: "an organization", owner: "@acme", found: ["failed CHECKLIST-OWNER-NOT-A-PERSON a"] },
    { name: "nobody", owner: "@nobody", found: ["failed CHECKLIST-OWNER-NOT-A-PERSON a"] },
    {
      name: "the account of the deleted",
      owner: "@ghost",
      found: ["failed CHECKLIST-OWNER-NOT-A-PERSON a"],
    },
    {
      name: "one of two is none",
      owner: "@ana, @acme",
      found: ["failed CHECKLIST-OWNER-NOT-A-PERSON a"],
    },
    { name: "without GitHub", owner: "@raj", found: ["errored NEEDS-GITHUB the account `@raj`"] },
  ];
  test.each(rows)("$name", async ({ owner, found }) => {
    const source = new MemorySource({
      evidence: { "READINESS.md": document(item(`Owner: ${owner}`)) },
    })
      .with({ kind: "account", login: "ana" }, { state: "user", access: "read" })
      .with({ kind: "account", login: "renovate" }, { state: "bot", access: "write" })
      .with({ kind: "account", login: "acme" }, { state: "organization", access: "none" })
      .with({ kind: "account", login: "nobody" }, { state: "absent" });
    const options = { individual: true };
    expect(told(await ask({ lines: [], options }, [], { source }))).toEqual(found);
  });
});

describe("evidence in the repository", () => {
  const files: Readonly<Record<string, Content>> = {
    "docs/audit.md": "# Audit\n",
    "docs/a b (1).md": "# Odd\n",
    "docs/report.pdf": "binary",
    "docs/empty.md": "empty",
    "docs/link.md": "link",
    "docs/big.bin": "lfs-pointer",
    vendor: "submodule",
  };
  const rows = [
    { evidence: "[audit](docs/audit.md)", found: [] },
    { evidence: "[audit](/docs/audit.md)", found: [] },
    { evidence: "[audit](./docs/../docs/audit.md)", found: [] },
    { evidence: "[odd](docs/a%20b%20%281%29.md)", found: [] },
    { evidence: "[audit](docs/audit.md#result)", found: [] },
    { evidence: "docs/audit.md", found: [] },
    { evidence: "see docs/audit.md, page 3", found: [] },
    { evidence: "[report](docs/report.pdf)", found: [] },
    { evidence: "[none](docs/none.md)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[case](docs/Audit.md)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[folder](docs)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[empty](docs/empty.md)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[link](docs/link.md)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[big](docs/big.bin)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[vendor](vendor)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[out](../secrets.md)", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "[self](READINESS.md)", found: ["failed CHECKLIST-EVIDENCE-SELF a"] },
    { evidence: "[self](docs/../READINESS.md)", found: ["failed CHECKLIST-EVIDENCE-SELF a"] },
    { evidence: "[self](#data)", found: ["failed CHECKLIST-EVIDENCE-REFUSED a"] },
    { evidence: "done", found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"] },
    { evidence: "we looked at it together", found: ["failed CHECKLIST-EVIDENCE-FORM a"] },
    { evidence: "[js](javascript:alert(1))", found: ["failed CHECKLIST-EVIDENCE-REFUSED a"] },
    { evidence: "[data](data:text/plain,ok)", found: ["failed CHECKLIST-EVIDENCE-REFUSED a"] },
    { evidence: "[file](file:///etc/passwd)", found: ["failed CHECKLIST-EVIDENCE-REFUSED a"] },
    { evidence: "<path of a file, #number or URL>", found: ["failed CHECKLIST-FIELD-MISSING a"] },
    { evidence: "TODO", found: ["failed CHECKLIST-FIELD-MISSING a"] },
    {
      evidence: "[audit](docs/audit.md), [none](docs/none.md)",
      found: ["failed CHECKLIST-EVIDENCE-NO-FILE a"],
    },
  ];
  test.each(rows)("$evidence", async ({ evidence, found }) => {
    const lines = item(`Evidence: ${evidence}`);
    const source = new MemorySource({ evidence: { "READINESS.md": document(lines), ...files } });
    expect(told(await ask({ lines }, ["evidence"], { source }))).toEqual(found);
  });

  test("that nobody requires must resolve too", async () => {
    const lines = ["- [x] `a` It · [none](docs/none.md)"];
    expect(told(await ask({ lines }, []))).toEqual(["failed CHECKLIST-EVIDENCE-NO-FILE a"]);
  });

  test("of an unticked item is not looked at yet", async () => {
    const lines = ["- [ ] `a` It · [none](docs/none.md)"];
    expect(told(await ask({ lines }, ["evidence"]))).toEqual(["failed CHECKLIST-UNTICKED a"]);
  });

  test("resolves from the document's folder", async () => {
    const text = document(item("Evidence: [audit](docs/audit.md)"));
    const files = {
      "services/shop/READINESS.md": text,
      "services/shop/docs/audit.md": "# Audit\n",
    };
    const answer = await askRule(checklist, {
      options: { heading: "Data", items: [{ id: "a", require: ["evidence"] }] },
      source: new MemorySource({ evidence: files }),
      service: { id: "shop", path: "services/shop", readiness: ["services/shop/READINESS.md"] },
    });
    expect(told(answer)).toEqual([]);
  });

  test("inherited and dead is one finding, not one for each item", async () => {
    const lines = ["Evidence: [none](docs/none.md)", "", "- [x] `a` It", "- [x] `b` Too"];
    const options = { items: [{ id: "a" }, { id: "b" }], require: ["evidence"] };
    expect(told(await ask({ lines, options }, []))).toEqual([
      "failed CHECKLIST-EVIDENCE-NO-FILE a",
    ]);
  });
});

const SHA = "4f2c9ab1e0d74f2c9ab1e0d74f2c9ab1e0d74f2c";

describe("evidence on GitHub", () => {
  const repository = "acme/shop";
  const source = (evidence: string) =>
    new MemorySource({ evidence: { "READINESS.md": document(item(`Evidence: ${evidence}`)) } })
      .with({ kind: "reference", what: "issue", repository: null, id: "12" }, { state: "issue" })
      .with({ kind: "reference", what: "issue", repository: null, id: "13" }, { state: "absent" })
      .with(
        { kind: "reference", what: "issue", repository: "acme/infra", id: "7" },
        { state: "pull-request" },
      )
      .with(
        { kind: "reference", what: "commit", repository: null, id: SHA },
        { state: "commit", ancestor: true },
      )
      .with(
        { kind: "reference", what: "commit", repository: null, id: "bada55bada55" },
        { state: "commit", ancestor: false },
      )
      .with(
        { kind: "reference", what: "run", repository: null, id: "1" },
        { state: "run", conclusion: "success" },
      )
      .with(
        { kind: "reference", what: "run", repository: null, id: "2" },
        { state: "run", conclusion: "failure" },
      )
      .with(
        { kind: "reference", what: "run", repository: null, id: "3" },
        { state: "run", conclusion: null },
      )
      .with(
        { kind: "reference", what: "run", repository: null, id: "4" },
        { state: "run", conclusion: "skipped" },
      );
  const rows = [
    { evidence: "#12", found: [] },
    { evidence: "see #12", found: [] },
    { evidence: "acme/shop#12", found: [] },
    { evidence: "ACME/Shop#12", found: [] },
    { evidence: "https://github.com/acme/shop/issues/12", found: [] },
    { evidence: "[pull](https://github.com/acme/shop/pull/12)", found: [] },
    { evidence: "#13", found: ["failed CHECKLIST-EVIDENCE-UNKNOWN a"] },
    { evidence: "acme/infra#7", options: { evidence: { repos: ["acme/infra"] } }, found: [] },
    { evidence: "acme/infra#7", found: ["failed CHECKLIST-EVIDENCE-REPOSITORY a"] },
    {
      evidence: "https://github.com/mallory/own/actions/runs/1",
      found: ["failed CHECKLIST-EVIDENCE-REPOSITORY a"],
    },
    { evidence: SHA, found: [] },
    { evidence: `https://github.com/acme/shop/commit/${SHA}`, found: [] },
    { evidence: "bada55bada55", found: ["failed CHECKLIST-EVIDENCE-NOT-ANCESTOR a"] },
    { evidence: "https://github.com/acme/shop/actions/runs/1", found: [] },
    {
      evidence: "https://github.com/acme/shop/actions/runs/2",
      found: ["failed CHECKLIST-EVIDENCE-RUN a"],
    },
    {
      evidence: "https://github.com/acme/shop/actions/runs/3",
      found: ["pending CHECKLIST-EVIDENCE-RUN a"],
    },
    {
      evidence: "https://github.com/acme/shop/actions/runs/4",
      found: ["failed CHECKLIST-EVIDENCE-RUN a"],
    },
    { evidence: "https://github.com/Acme/shop/wiki/Audit", found: [] },
    {
      evidence: "https://github.com/acme/infra/blob/main/audit.md",
      options: { evidence: { repos: ["acme/infra"] } },
      found: [],
    },
    {
      evidence: "https://github.com/mallory/own/blob/main/audit.md",
      found: ["failed CHECKLIST-EVIDENCE-REPOSITORY a"],
    },
    {
      evidence: "https://github.com/mallory/own/blob/main/audit.md",
      options: { evidence: { hosts: ["github.com"] } },
      found: ["failed CHECKLIST-EVIDENCE-REPOSITORY a"],
    },
    { evidence: "https://github.com/orgs/acme/projects/1", found: [] },
    { evidence: "#99", found: ["errored NEEDS-GITHUB issue `#99`"] },
  ];
  test.each(rows)("$evidence", async ({ evidence, options, found }) => {
    const answer = await askRule(checklist, {
      options: { heading: "Data", items: [{ id: "a", require: ["evidence"] }], ...options },
      source: source(evidence),
      repository,
    });
    expect(told(answer)).toEqual(found);
  });
});

describe("evidence elsewhere", () => {
  const hosts = { evidence: { hosts: ["grafana.acme.example", "*.corp.example"] } };
  const rows = [
    { evidence: "https://grafana.acme.example/d/1", options: {}, found: [] },
    { evidence: "https://grafana.acme.example/d/1", options: hosts, found: [] },
    { evidence: "https://GRAFANA.acme.example/d/1", options: hosts, found: [] },
    { evidence: "https://a.corp.example/1", options: hosts, found: [] },
    {
      evidence: "https://corp.example/1",
      options: hosts,
      found: ["failed CHECKLIST-EVIDENCE-HOST a"],
    },
    {
      evidence: "https://grafana.acme.example.evil.example/1",
      options: hosts,
      found: ["failed CHECKLIST-EVIDENCE-HOST a"],
    },
    {
      evidence: "http://169.254.169.254/latest",
      options: hosts,
      found: ["failed CHECKLIST-EVIDENCE-HOST a"],
    },
    {
      evidence: "https://grafana.acme.example@evil.example/1",
      options: hosts,
      found: ["failed CHECKLIST-EVIDENCE-REFUSED a"],
    },
  ];
  test.each(rows)("$evidence", async ({ evidence, options, found }) => {
    const lines = item(`Evidence: [it](${evidence})`);
    expect(told(await ask({ lines, options }, ["evidence"]))).toEqual(found);
  });
});

describe("done_when", () => {
  const rows: readonly Row[] = [
    { name: "said", lines: item("Done when: 14 days without a manual fix"), found: [] },
    { name: "missing", lines: item(), found: ["failed CHECKLIST-FIELD-MISSING a"] },
    {
      name: "as printed",
      lines: item("Done when: <what must be true for it to be done>"),
      found: ["failed CHECKLIST-FIELD-MISSING a"],
    },
    {
      name: "twice",
      lines: item("Done when: one", "Done when: two"),
      found: ["failed CHECKLIST-FIELD-DUPLICATE a"],
    },
  ];
  test.each(rows)("$name", async (row) => {
    expect(told(await ask(row, ["done_when"]))).toEqual(row.found);
  });
});

describe("reviewed, on 2026-10-01", () => {
  const rows = [
    { reviewed: "2026-09-10", found: [] },
    { reviewed: "2026-10-01", found: [] },
    { reviewed: "2026-10-02", found: ["failed CHECKLIST-FUTURE a"] },
    { reviewed: "2026-02-30", found: ["failed CHECKLIST-DATE-FORM a"] },
    { reviewed: "last week", found: ["failed CHECKLIST-DATE-FORM a"] },
    { reviewed: "<YYYY-MM-DD>", found: ["failed CHECKLIST-FIELD-MISSING a"] },
    { reviewed: "YYYY-MM-DD", found: ["failed CHECKLIST-FIELD-MISSING a"] },
  ];
  test.each(rows)("$reviewed", async ({ reviewed, found }) => {
    expect(told(await ask({ lines: item(`Reviewed: ${reviewed}`) }, ["reviewed"]))).toEqual(found);
  });

  test("offers the days another form may mean", async () => {
    const [finding] = (await ask({ lines: item("Reviewed: 03/04/2026") }, [])).findings;
    expect(finding?.code).toBe("CHECKLIST-DATE-FORM");
    expect(finding?.remedy).toContain("`Reviewed: 2026-03-04` or `Reviewed: 2026-04-03`");
  });

  const ages = [
    { reviewed: "2026-08-22", maxAge: "40d", found: [], validUntil: "2026-10-02T00:00:00.000Z" },
    {
      reviewed: "2026-08-21",
      maxAge: "40d",
      found: ["warned CHECKLIST-OUTDATED a"],
      validUntil: "2026-10-11T00:00:00.000Z",
    },
    {
      reviewed: "2026-08-12",
      maxAge: "40d",
      found: ["warned CHECKLIST-OUTDATED a"],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
    {
      reviewed: "2026-08-11",
      maxAge: "40d",
      found: ["failed CHECKLIST-OUTDATED a"],
      validUntil: null,
    },
  ];
  test.each(ages)("$reviewed with $maxAge", async ({ reviewed, maxAge, found, validUntil }) => {
    const answer = await ask({ lines: item(`Reviewed: ${reviewed}`) }, [], { maxAge });
    expect(told(answer)).toEqual(found);
    expect(answer.validUntil).toBe(validUntil);
  });

  test("is required where there is an age to keep", async () => {
    const answer = await ask({ lines: item() }, [], { maxAge: "40d" });
    expect(told(answer)).toEqual(["failed CHECKLIST-FIELD-MISSING a"]);
  });
});
