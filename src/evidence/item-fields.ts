import type { FieldName, ItemField, MarkdownDocument, TaskItem } from "../model/document.ts";

/**
 * The item's fields of one name; where it has none of its own, those of the nearest section around
 * it that has. More than one means that the document says it twice.
 */
export function fieldsOf(
  _document: MarkdownDocument,
  _item: TaskItem,
  _name: FieldName,
): readonly ItemField[] {
  throw new Error("not built yet");
}
