import { refuse } from "./graphql-refusal.ts";

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** GitHub's limit of a page. */
const MOST = 100;

/** A page of a list, refused as GitHub refuses it: without a size, or with one above 100. */
export function connection<Node>(list: readonly Node[], page: PageArguments, name: string) {
  const { first, last, after, before } = page;
  if (first == null && last == null) {
    throw refuse(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  const size = first ?? last ?? 0;
  if (size > MOST) {
    throw refuse(
      "EXCESSIVE_PAGINATION",
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${first == null ? "last" : "first"}\` limit of ${MOST} records.`,
    );
  }
  const from = after == null ? 0 : positionOf(after) + 1;
  const to = before == null ? list.length : positionOf(before);
  const range = { start: from, end: Math.max(from, to) };
  if (first != null) range.end = Math.min(range.end, range.start + first);
  else range.start = Math.max(range.start, range.end - size);
  const nodes = list.slice(range.start, range.end);
  const cursors = nodes.map((_, index) => cursorOf(range.start + index));
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursors[index] })),
    totalCount: list.length,
    pageInfo: {
      hasNextPage: range.end < list.length,
      hasPreviousPage: range.start > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
}

function cursorOf(position: number): string {
  return Buffer.from(`cursor:${position}`).toString("base64");
}

function positionOf(cursor: string): number {
  const [, position] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (position === undefined) {
    throw refuse("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor.`);
  }
  return Number(position);
}
