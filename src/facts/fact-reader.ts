import {
  type Fact,
  type FactAnswer,
  type FactKind,
  type FactKinds,
  type FactRequest,
  factKey,
  type MissingReason,
} from "../model/fact.ts";
import type { FactReader } from "../model/ports.ts";

/** Facts collected so far, by `factKey`. */
export type KnownFacts = ReadonlyMap<string, Fact<FactAnswer>>;

export interface UnreadableFact {
  readonly request: FactRequest;
  readonly reason: MissingReason;
  readonly detail: string;
}

export interface RecordingReader {
  readonly reader: FactReader<FactKind>;
  /** Facts that were read but have not been collected yet. */
  readonly wanted: ReadonlyMap<string, FactRequest>;
  /** Facts that were read and cannot be had. */
  readonly unreadable: ReadonlyMap<string, UnreadableFact>;
}

/** Answers reads from what is known, and keeps book of every read it could not answer. */
export function recordingReader(facts: KnownFacts): RecordingReader {
  const wanted = new Map<string, FactRequest>();
  const unreadable = new Map<string, UnreadableFact>();
  const reader: FactReader<FactKind> = {
    read<Kind extends FactKind>(kind: Kind, about: FactKinds[Kind]["request"]) {
      const request = { kind, ...about } as FactRequest;
      const key = factKey(request);
      const fact = facts.get(key);
      // Sound: a fact is kept under the key of the request it answers.
      if (fact?.state === "known") return fact.value as FactAnswer<Kind>;
      if (fact === undefined) wanted.set(key, request);
      else unreadable.set(key, { request, reason: fact.reason, detail: fact.detail });
      return null;
    },
  };
  return { reader, wanted, unreadable };
}
