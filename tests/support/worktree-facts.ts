import type { Fact, FactAnswer, FactKind, FactRequest } from "../../src/model/fact.ts";
import type { FactSource } from "../../src/model/ports.ts";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { checkoutSource } from "../../src/worktree/checkout-source.ts";

export async function sourceOf(root: string, base: string | null = null): Promise<FactSource> {
  return checkoutSource(await openCheckout(root, { base }));
}

/** One fact of a folder. */
export async function ask<K extends FactKind>(
  source: FactSource,
  request: FactRequest<K>,
): Promise<Fact<FactAnswer<K>>> {
  const [fact] = await source.read([request as FactRequest]);
  return fact as Fact<FactAnswer<K>>;
}

/** The value of a fact that has to be known. */
export async function value<K extends FactKind>(
  source: FactSource,
  request: FactRequest<K>,
): Promise<FactAnswer<K>> {
  const fact = await ask(source, request);
  if (fact.state === "missing") throw new Error(`missing: ${fact.reason}, ${fact.detail}`);
  return fact.value;
}

/** `missing needs-history`, or the state of a file. */
export async function stateOf(source: FactSource, path: string, revision = "evidence") {
  const fact = await ask(source, { kind: "file", path, revision });
  return fact.state === "missing" ? `missing ${fact.reason}` : fact.value.state;
}

export async function textOf(source: FactSource, path: string, revision = "evidence") {
  const file = await value(source, { kind: "file", path, revision });
  return file.state === "file" ? file.file.text : file.state;
}
