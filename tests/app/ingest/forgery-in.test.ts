import { describe, expect, test } from "vitest";
import { forgeryIn } from "../../../src/app/ingest/forgery-in.ts";

const OWN = 29_310;
const NAME = "stage-gates / production";
const HEAD = "a".repeat(40);

const checkRun = (name: unknown, app: unknown) => ({
  action: "completed",
  check_run: { name, head_sha: HEAD, app },
});
const status = (context: unknown) => ({ context, sha: HEAD, sender: { login: "eve" } });

describe("T47: what bears our name", () => {
  test.each([
    {
      what: "a check run of another app",
      event: "check_run",
      payload: checkRun(NAME, { id: 15_368, slug: "github-actions" }),
      is: { name: NAME, by: "github-actions", head: HEAD },
    },
    {
      what: "a check run of nobody that is named",
      event: "check_run",
      payload: checkRun(NAME, null),
      is: { name: NAME, by: "", head: HEAD },
    },
    {
      what: "our own check run",
      event: "check_run",
      payload: checkRun(NAME, { id: OWN, slug: "stage-gates" }),
      is: null,
    },
    {
      what: "a check run of another name",
      event: "check_run",
      payload: checkRun("build", { id: 15_368, slug: "github-actions" }),
      is: null,
    },
    {
      what: "a status, which the app never writes",
      event: "status",
      payload: status(NAME),
      is: { name: NAME, by: "eve", head: HEAD },
    },
    { what: "a status of another name", event: "status", payload: status("build"), is: null },
    { what: "another event", event: "pull_request", payload: checkRun(NAME, null), is: null },
    { what: "no object", event: "check_run", payload: null, is: null },
    { what: "a list", event: "status", payload: [NAME], is: null },
  ])("$what", ({ event, payload, is }) => {
    expect(forgeryIn(event, payload, OWN)).toEqual(is);
  });

  test("is cut where it is long", () => {
    const name = `${NAME}${"x".repeat(10_000)}`;
    expect(forgeryIn("status", status(name), OWN)?.name).toHaveLength(200);
  });
});
