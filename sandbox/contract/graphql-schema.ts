import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema, type GraphQLSchema } from "graphql";

let built: GraphQLSchema | undefined;

/** GitHub's own GraphQL schema. Built when first asked for, which takes a quarter of a second. */
export function graphqlSchema(): GraphQLSchema {
  const entry = import.meta.resolve("@octokit/graphql-schema");
  const file = fileURLToPath(new URL("./schema.graphql", entry));
  built ??= buildSchema(readFileSync(file, "utf8"), { assumeValid: true, assumeValidSDL: true });
  return built;
}
