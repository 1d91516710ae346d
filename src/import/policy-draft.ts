/** What of a policy an import writes; keys are spelled as in YAML. */
export interface GateDraft {
  readonly id: string;
  readonly title: string;
  readonly heading?: string;
  readonly rules: readonly RuleDraft[];
}

export type RuleDraft = ChecklistDraft | TableDraft | AnswersDraft;

export interface ChecklistDraft {
  readonly id: string;
  readonly title: string;
  readonly type: "checklist";
  readonly items: readonly { readonly id: string; readonly title?: string }[];
}

export interface TableDraft {
  readonly id: string;
  readonly title: string;
  readonly type: "table";
  readonly heading?: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, { readonly one_of?: readonly string[] }>>;
  readonly rows: readonly string[];
}

export interface AnswersDraft {
  readonly id: string;
  readonly title: string;
  readonly type: "document";
  readonly heading?: string;
  readonly sections: readonly string[];
  readonly each_heading?: { readonly under: string };
}
