import {
  type DocumentNode,
  defaultFieldResolver,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  parse,
  validate,
} from "graphql";
import { graphqlSchema } from "../contract/graphql-schema.ts";
import { when } from "../rest/shapes/addresses.ts";
import type { GraphqlFault } from "../server/faults.ts";
import type { Asking } from "./asking.ts";
import { MUTATIONS } from "./mutations.ts";
import { QUERIES } from "./queries.ts";

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

const KNOWN = new Map<string, DocumentNode | readonly GraphQLError[]>();

/**
 * Executes a query on GitHub's own schema. What GitHub would refuse to execute is told to
 * `violation`, since no program should ever send it.
 */
export async function answerQuery(
  { query, variables }: { readonly query: string; readonly variables: unknown },
  asking: Asking,
  {
    violation,
    faults,
  }: { violation(what: string): void; readonly faults: readonly GraphqlFault[] },
): Promise<GraphqlAnswer> {
  const document = KNOWN.get(query) ?? checked(query);
  KNOWN.set(query, document);
  if (isErrors(document)) {
    for (const { message } of document) violation(`GraphQL: ${message}`);
    return { errors: document.map(told) };
  }
  const { data, errors = [] } = await execute({
    schema: graphqlSchema(),
    document,
    rootValue: { ...QUERIES, ...MUTATIONS, rateLimit: () => limitsOf(asking) },
    contextValue: asking,
    variableValues: variables as Record<string, unknown>,
    fieldResolver: knownField,
  });
  // A defect of the sandbox, not an answer of GitHub's.
  for (const { message, extensions } of errors) {
    if (extensions.type === undefined) violation(`GraphQL: ${message}`);
  }
  const said = JSON.parse(JSON.stringify(data ?? null));
  for (const { path } of faults) removeAt(said, path);
  const all = [...errors.map(told), ...faults];
  return { data: said, ...(all.length > 0 && { errors: all }) };
}

/** What the sandbox does not keep must not look as if there were none. */
const knownField: GraphQLFieldResolver<unknown, Asking> = (source, args, asking, info) => {
  if (info.fieldName.startsWith("__")) return defaultFieldResolver(source, args, asking, info);
  const found = (source as Readonly<Record<string, unknown>> | undefined)?.[info.fieldName];
  if (found === undefined) {
    throw new Error(`the sandbox does not know ${info.parentType.name}.${info.fieldName}`);
  }
  return typeof found === "function" ? found.call(source, args, asking, info) : found;
};

function checked(query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query);
    const errors = validate(graphqlSchema(), document);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function isErrors(
  document: DocumentNode | readonly GraphQLError[],
): document is readonly GraphQLError[] {
  return Array.isArray(document);
}

function told({ message, path, locations, extensions }: GraphQLError) {
  const { type } = extensions;
  return {
    ...(type !== undefined && { type }),
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
    message,
  };
}

function limitsOf({ limits, token }: Asking) {
  const { limit, remaining, used, reset } = limits.of(token, "graphql");
  return { cost: 1, limit, nodeCount: 1, remaining, used, resetAt: when(reset) };
}

function removeAt(data: unknown, path: readonly (string | number)[]): void {
  const [last, ...before] = path.toReversed();
  let node = data as Record<string | number, unknown> | null;
  for (const step of before.toReversed()) node = (node?.[step] ?? null) as typeof node;
  if (node !== null && last !== undefined) node[last] = null;
}
