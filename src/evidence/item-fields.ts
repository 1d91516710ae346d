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
  return sectionFieldsOf(document, item.section, name);
}

/** Of the innermost section around it that has any. */
export function sectionFieldsOf(
  document: MarkdownDocument,
  section: number,
  name: FieldName,
): readonly ItemField[] {
  for (let index: number | null = section; index !== null; ) {
    const around: Section | undefined = document.sections[index];
    const fields = around?.fields.filter((field) => field.name === name) ?? [];
    if (fields.length > 0) return fields;
    index = around?.parent ?? null;
  }
  return [];
}
