import type { Fact, FactAnswer, FactKind, FactKinds, FactRequest } from "./fact.ts";

/** Where facts come from. Answers every request it is given, in the same order; never throws. */
export interface FactSource {
  read(requests: readonly FactRequest[]): Promise<readonly Fact<FactAnswer>[]>;
}

/** What a rule sees of the facts: only the kinds it declares. */
export interface FactReader<K extends FactKind> {
  /**
   * The fact, or `null` where it is not known. A `null` needs no finding of the rule's own: the
   * reader has made sure that the rule is asked again once the fact has been collected, or ends
   * `errored` when it cannot be. The rule just leaves out what depends on it.
   */
  read<Kind extends K>(kind: Kind, request: FactKinds[Kind]["request"]): FactAnswer<Kind> | null;
}

/** A text of the policy: the repository's, the organization's, a pack's or the waivers. */
export interface PolicyFile {
  /** As messages name it: `.github/stage-gates.yml`, `pack:scaling-readiness`. */
  readonly name: string;
  readonly text: string;
}

/** The packs that ship with the product. */
export interface PackLibrary {
  readonly ids: readonly string[];
  read(id: string): PolicyFile | null;
}

/** A file that is shipped for people to start from. */
export interface TemplateFile {
  /** Where it belongs in a repository, or below a service: relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The packs with what they give people to start from. */
export interface PackTemplates extends PackLibrary {
  /** The readiness document to fill in; `null` where the pack, or its document, does not exist. */
  readiness(id: string): string | null;
  /** Records and documents the pack's gates read, sorted by path. */
  skeletons(id: string): readonly TemplateFile[];
}
