import { GraphQLError } from "graphql";

/** An error as GitHub tells it: with a `type` beside the message. */
export function refuse(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

export function notResolved(kind: string, name: string): GraphQLError {
  return refuse("NOT_FOUND", `Could not resolve to ${kind} with the ${name}.`);
}

export function forbidden(): GraphQLError {
  return refuse("FORBIDDEN", "Resource not accessible by integration");
}
