import { type FactRequest, type IssuesFact, known, missing } from "../../model/fact.ts";
import { dataAt, pageAt } from "../answer-data.ts";
import type { Query } from "../query.ts";
import type { Answering, Reading } from "./reading.ts";

/** Open issues with any of the labels. More than a hundred are too many to tell, and surely too many. */
export function askIssues(
  query: Query,
  { labels }: FactRequest<"issues">,
  { name: of }: Pick<Reading, "name">,
): Answering {
  const wanted = query.variable("[String!]", labels);
  const list = query.apart(
    `issues(first: 100, states: [OPEN], labels: ${wanted}) {
      nodes { number title labels(first: 100) { nodes { name } } } pageInfo { hasNextPage } }`,
    of,
  );
  const asked = labels.map((label) => ({
    label,
    alias: query.inRepository(`label(name: ${query.variable("String!", label)}) { name }`),
  }));
  return (answer) => {
    const page = pageAt<IssueData>(answer, [list, "issues"], ISSUES);
    if (page.state === "missing") return page;
    if (page.value.pageInfo.hasNextPage) {
      return missing("too-large", "more than 100 open issues carry these labels");
    }
    const unknownLabels = asked
      .filter(({ alias }) => dataAt(answer.repository, alias, "name") === undefined)
      .map(({ label }) => label);
    const open = page.value.nodes.map(({ number, title, labels: carried }) => ({
      number,
      title,
      labels: carried.nodes.map(({ name }) => name),
    }));
    return known<IssuesFact>({ open: open.sort((a, b) => a.number - b.number), unknownLabels });
  };
}

const ISSUES = { what: "issues", permission: "issues: read" };

interface IssueData {
  readonly number: number;
  readonly title: string;
  readonly labels: { readonly nodes: readonly { readonly name: string }[] };
}
