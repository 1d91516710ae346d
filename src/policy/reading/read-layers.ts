import type { z } from "zod";
import type { PackLibrary, PolicyFile } from "../../model/ports.ts";
import { suggest } from "../../text/suggest.ts";
import { organizationFileSchema, repositoryFileSchema } from "../schema/policy-file-schema.ts";
import { checkShape } from "../shape/check-shape.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { readSource } from "../source/read-source.ts";
import {
  child,
  entriesOf,
  isList,
  isMap,
  itemsOf,
  type SourceFile,
  type SourceNode,
  type Spot,
  textsOf,
} from "../source/source-tree.ts";
import { checkFieldWords } from "./check-field-words.ts";
import { checkIds } from "./check-ids.ts";
import { readPack } from "./read-pack.ts";

export interface PolicyFiles {
  /** `null`: the repository has no file of its own, which an organization's file can make up for. */
  readonly repository: PolicyFile | null;
  /** It applies whether or not `extends` names `org`. */
  readonly organization: PolicyFile | null;
  readonly packs: PackLibrary;
}

export interface PackLayer {
  readonly tree: SourceNode;
  /** Whose files extend it. */
  readonly by: readonly ("organization" | "repository")[];
}

/** The files of a policy, each held against its own form. */
export interface Layers {
  readonly repository: SourceNode | null;
  readonly organization: SourceNode | null;
  /** In order of mention, the organization's file first. */
  readonly packs: readonly PackLayer[];
  /** Where what is missing altogether is said to be missing. */
  readonly start: Spot;
}

/**
 * Reads all files. `null` where one of them cannot be read well enough to say anything about the
 * whole; problems tell why. Fills `askedFor` with the entries of `extends`, by name of the pack.
 */
export function readLayers(
  files: PolicyFiles,
  problems: ProblemList,
  askedFor: Map<string, Spot>,
): Layers | null {
  if (files.repository === null && files.organization === null) {
    const file = { name: ".github/stage-gates.yml", text: "", kind: "repository" } as const;
    problems.add(startOf(file), {
      code: "missing-file",
      message: "there is no policy",
      help: "`stage-gates init` writes one",
    });
    return null;
  }
  const organization = readFile(files.organization, "organization", problems);
  const repository = readFile(files.repository, "repository", problems);
  const packs = new Map<string, PackLayer>();
  for (const tree of [organization, repository]) {
    const by = tree === organization ? "organization" : "repository";
    for (const { text, node } of textsOf(child(tree ?? undefined, "extends"))) {
      if (text === "org" && by === "repository") {
        requireOrganization(node, files.organization, problems);
        continue;
      }
      const known = packs.get(text);
      const file = known?.tree.file ?? findPack(text, node, files.packs, problems);
      if (file === null) continue;
      askedFor.set(file.name, node);
      const pack = known?.tree ?? readPack(file, problems);
      if (pack !== null) packs.set(text, { tree: pack, by: [...(known?.by ?? []), by] });
    }
  }
  const broken =
    (files.organization !== null && organization === null) ||
    (files.repository !== null && repository === null);
  const first = (repository ?? organization)?.file;
  if (broken || first === undefined) return null;
  checkAcrossPacks([...packs.values()], problems);
  return { repository, organization, packs: [...packs.values()], start: startOf(first) };
}

function startOf(file: SourceFile): Spot {
  return { file, at: { line: 1, column: 1 }, length: 1 };
}

const SCHEMAS: Readonly<Record<"repository" | "organization", z.ZodType>> = {
  repository: repositoryFileSchema,
  organization: organizationFileSchema,
};

function readFile(
  file: PolicyFile | null,
  kind: "repository" | "organization",
  problems: ProblemList,
): SourceNode | null {
  if (file === null) return null;
  const root = readSource({ ...file, kind }, problems);
  if (root === null) return null;
  const { tree } = checkShape(root, SCHEMAS[kind], problems, { partial: false });
  checkIds(tree, problems);
  checkFieldWords(tree, problems);
  return isUsable(tree) ? tree : null;
}

/** Whether gates and stages are lists at all; otherwise whatever else is said would be noise. */
function isUsable(tree: SourceNode): boolean {
  const lists = [child(tree, "stages"), child(tree, "gates")];
  return isMap(tree) && lists.every((list) => list === undefined || isList(list));
}

function requireOrganization(
  node: SourceNode,
  organization: PolicyFile | null,
  problems: ProblemList,
): void {
  if (organization !== null) return;
  problems.add(node, {
    code: "missing-organization",
    message: "the organization's file was not read, and this policy builds on it",
    help: "give it with `--org-policy <file>`",
  });
}

function findPack(
  name: string,
  node: SourceNode,
  library: PackLibrary,
  problems: ProblemList,
): SourceFile | null {
  const id = name.startsWith("pack:") ? name.slice("pack:".length) : null;
  const file = id !== null && library.ids.includes(id) ? library.read(id) : null;
  if (file !== null) return { ...file, kind: "pack" };
  const known = [...library.ids.map((one) => `pack:${one}`), "org"];
  const meant = suggest(name, known) ?? (library.ids.includes(name) ? `pack:${name}` : null);
  problems.add(node, {
    code: "unknown-reference",
    message: id === null ? `\`${name}\` is no pack` : `there is no pack \`${id}\``,
    help: meant === null ? `known: ${known.join(", ")}` : `did you mean \`${meant}\`?`,
  });
  return null;
}

/** References name gates without their pack, so two packs cannot have one gate. */
function checkAcrossPacks(packs: readonly PackLayer[], problems: ProblemList): void {
  const first = new Map<string, SourceNode>();
  for (const { tree } of packs) {
    for (const gate of itemsOf(child(tree, "gates"))) {
      const spot = entriesOf(gate).get("id")?.node;
      if (typeof spot?.value !== "string") continue;
      const before = first.get(spot.value);
      if (before === undefined) first.set(spot.value, spot);
      else if (before.file !== spot.file) {
        problems.add(spot, {
          code: "duplicate-id",
          message: `${before.file.name} has a gate \`${spot.value}\` too; they cannot be combined`,
        });
      }
    }
  }
}
