import type {
  FieldName,
  ItemField,
  MarkdownDocument,
  Section,
  TaskItem,
} from "../model/document.ts";

/**
 * The item's fields of one name; where it has none of its own, those of the nearest section around
 * it that has. More than one means that the document says it twice.
 */
export function fieldsOf(
  document: MarkdownDocument,
  item: TaskItem,
  name: FieldName,
): readonly ItemField[] {
  const own = item.fields.filter((field) => field.name === name);
  if (own.length > 0) return own;
  for (let index: number | null = item.section; index !== null; ) {
    const section: Section | undefined = document.sections[index];
    const fields = section?.fields.filter((field) => field.name === name) ?? [];
    if (fields.length > 0) return fields;
    index = section?.parent ?? null;
  }
  return [];
}
