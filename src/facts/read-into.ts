import { type Fact, type FactAnswer, type FactRequest, factKey, missing } from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";

/** What stands for a fact that its source has passed over. */
export const UNANSWERED = missing("unreadable", "it was not answered");

/** Reads in one batch. A request that the source passes over was not answered, which is no answer. */
export async function readInto(
  facts: Map<string, Fact<FactAnswer>>,
  requests: readonly FactRequest[],
  source: FactSource,
): Promise<void> {
  if (requests.length === 0) return;
  const read = await source.read(requests);
  for (const [index, request] of requests.entries()) {
    facts.set(factKey(request), read[index] ?? UNANSWERED);
  }
}
