import {
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";

/** What a query is answered from: fields are values, or functions of their arguments. */
export type Node = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, unknown>>;
export type Field = (args: Arguments) => unknown;

const PARSED = new Map<string, DocumentNode>();

/**
 * Answers a query from plain objects, whatever it asks for: queries may change as long as the
 * fields are known. One that is not known is a mistake of the model, and thrown.
 */
export function answerGraphql(text: string, variables: Arguments, root: Node): object {
  const document = PARSED.get(text) ?? parse(text, { noLocation: true });
  PARSED.set(text, document);
  const fragments = new Map<string, SelectionSetNode>();
  let asked: SelectionSetNode | null = null;
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
    if (one.kind === Kind.OPERATION_DEFINITION) asked = one.selectionSet;
  }
  if (asked === null) throw new Error("there is no query in the text");
  return select(asked, root, { variables, fragments });
}

interface Asking {
  readonly variables: Arguments;
  readonly fragments: ReadonlyMap<string, SelectionSetNode>;
}

function select(asked: SelectionSetNode, from: Node, asking: Asking): object {
  const found: Record<string, unknown> = {};
  for (const one of asked.selections) {
    if (one.kind === Kind.FIELD) {
      const value = fieldOf(one, from, asking);
      const key = one.alias?.value ?? one.name.value;
      const before = found[key];
      found[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
    } else {
      const set =
        one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : asking.fragments.get(one.name.value);
      const type = one.kind === Kind.INLINE_FRAGMENT ? one.typeCondition?.name.value : undefined;
      const isOther = type !== undefined && "__typename" in from && from.__typename !== type;
      if (set !== undefined && !isOther) Object.assign(found, select(set, from, asking));
    }
  }
  return found;
}

function fieldOf({ name, arguments: given, selectionSet }: FieldNode, from: Node, asking: Asking) {
  let value = from[name.value];
  if (value === undefined) throw new Error(`the model has no field \`${name.value}\``);
  if (typeof value === "function") {
    const entries = (given ?? []).map((one) => {
      return [one.name.value, valueFromASTUntyped(one.value, asking.variables)] as const;
    });
    value = (value as Field)(Object.fromEntries(entries));
  }
  return selectionSet === undefined ? value : selected(value, selectionSet, asking);
}

function selected(value: unknown, asked: SelectionSetNode, asking: Asking): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => selected(one, asked, asking));
  return select(asked, value as Node, asking);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
