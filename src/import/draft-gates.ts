import { findTable } from "../evidence/columns.ts";
import type { MarkdownDocument, Section, Table } from "../model/document.ts";
import { headingKey, headingTitle } from "../text/key.ts";
import { areasOf } from "./areas.ts";
import { bindGate, bindRule, isUnbound } from "./binding.ts";
import type { MappedItem } from "./checklist-shape.ts";
import { FreshIds, gateIdOf } from "./ids.ts";
import type { Remark } from "./import-plan.ts";
import type { AnswersDraft, GateDraft, RuleDraft, TableDraft } from "./policy-draft.ts";
import type { MappedQuestions } from "./question-shape.ts";
import type { MappedTable } from "./table-shape.ts";

export interface Mapped {
  readonly items: readonly MappedItem[];
  readonly tables: readonly MappedTable[];
  readonly questions: readonly MappedQuestions[];
}

export interface DraftedGates {
  readonly gates: readonly GateDraft[];
  readonly remarks: readonly Remark[];
  /** Tables and questions that a rule asks for. */
  readonly tables: ReadonlySet<Table>;
  readonly questions: number;
  /** Sections the text of which a rule asks for. */
  readonly answers: ReadonlySet<number>;
}

/** A gate for each part of the document that holds something to judge, in document order. */
export function draftGates(document: MarkdownDocument, mapped: Mapped): DraftedGates {
  return new Drafting(document, mapped).draft();
}

/** A gate while its rules are found. */
interface GateScope {
  readonly id: string;
  readonly title: string;
  readonly heading?: string;
  /** `null`: the whole document. */
  readonly section: Section | null;
}

const LONGEST_TITLE = 200;

class Drafting {
  readonly #document: MarkdownDocument;
  readonly #mapped: Mapped;
  /** How often each heading stands in the document. */
  readonly #uses = new Map<string, number>();
  readonly #ids = new FreshIds();
  readonly #remarks: Remark[] = [];
  readonly #tables = new Set<Table>();
  readonly #answers = new Set<number>();
  #questions = 0;

  constructor(document: MarkdownDocument, mapped: Mapped) {
    this.#document = document;
    this.#mapped = mapped;
    for (const { key } of document.sections) this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
  }

  draft(): DraftedGates {
    const { items, tables, questions } = this.#mapped;
    const sections = [
      ...items.map(({ item }) => item.section),
      ...tables.map(({ table }) => table.section),
      ...questions.map(({ parent }) => parent),
    ];
    const { top, areaOf } = areasOf(this.#document, new Set(sections));
    const areas = [...new Set(sections.map(areaOf))].sort((a, b) => a - b);
    const gates = areas.flatMap((area) => {
      const part = {
        items: items.filter(({ item }) => areaOf(item.section) === area),
        tables: tables.filter(({ table }) => areaOf(table.section) === area),
        questions: questions.filter(({ parent }) => areaOf(parent) === area),
      };
      // In the section of a title, items of all other gates would count as extra ones.
      const isWhole = area === 0 || (area === top && areas.length > 1 && part.items.length > 0);
      const scope = this.#scopeOf(area, isWhole);
      const rules = this.#rulesOf(scope, part);
      if (rules.length === 0) return [];
      const { section: _, ...gate } = scope;
      return [{ ...gate, rules }];
    });
    const drafted = { gates, remarks: this.#remarks };
    const answers = { questions: this.#questions, answers: this.#answers };
    return { ...drafted, ...answers, tables: this.#tables };
  }

  #scopeOf(area: number, isWhole: boolean): GateScope {
    const section = this.#document.sections[area];
    const title = headingTitle(section?.heading ?? "").slice(0, LONGEST_TITLE);
    if (!isWhole && section !== undefined) {
      const id = this.#ids.take(gateIdOf(title, "section"));
      const bound = bindGate(this.#document, section, id, title || id);
      if (bound !== null) return { id, ...bound, section };
      return this.#unbound(`${id}-again`, `${title} (again)`);
    }
    return this.#unbound("general", "General");
  }

  /** Neither its id nor its title may fit a heading. */
  #unbound(wanted: string, name: string): GateScope {
    for (let number = 1; ; number += 1) {
      const id = this.#ids.take(wanted);
      const title = number === 1 ? name : `${name} ${number}`;
      if (isUnbound(this.#document, id, title)) return { id, title, section: null };
    }
  }

  #rulesOf(scope: GateScope, { items, tables, questions }: Mapped): RuleDraft[] {
    const ids = new FreshIds();
    const rules: RuleDraft[] = [];
    if (items.length > 0) {
      rules.push({
        id: ids.take("items"),
        title: "Every item is ticked",
        type: "checklist",
        items: items.map(({ id, item }) => ({ id, ...titleOf(item.title) })),
      });
    }
    for (const table of tables) {
      const rule = this.#tableRule(scope, table, ids);
      if (rule !== null) rules.push(rule);
    }
    for (const group of questions) {
      const rule = this.#answersRule(scope, group, ids);
      if (rule !== null) rules.push(rule);
    }
    return rules;
  }

  #tableRule(scope: GateScope, mapped: MappedTable, ids: FreshIds): TableDraft | null {
    const { table, key, columns, rows } = mapped;
    const section = this.#document.sections[table.section];
    const heading = section === undefined ? null : this.#ruleHeading(scope, section);
    const within = heading === undefined ? scope.section : (section ?? null);
    const names = Object.keys(columns);
    const wanted = Object.fromEntries(names.map((name) => [name, [name]]));
    const found = findTable(this.#document, within, wanted, names);
    if (heading === null || found.state !== "found" || found.table !== table) {
      this.#remarks.push({
        at: table.at,
        problem:
          heading === null
            ? "the table is not mapped: its heading stands in the document more than once"
            : "the table is not mapped: its section holds another one with the same columns",
        help: "give each table a heading of its own, and import again",
      });
      return null;
    }
    this.#tables.add(table);
    return {
      id: ids.take("rows"),
      title: "Every row is done",
      type: "table",
      ...(heading === undefined ? {} : { heading }),
      key,
      columns,
      rows,
    };
  }

  #answersRule(
    scope: GateScope,
    { parent, questions }: MappedQuestions,
    ids: FreshIds,
  ): AnswersDraft | null {
    const section = this.#document.sections[parent];
    if (section === undefined) return null;
    const heading = this.#ruleHeading(scope, section);
    if (heading === null) {
      const at = questions[0]?.at ?? section.at;
      const problem = `the questions under \`${section.heading}\` are not mapped: this heading stands in the document more than once`;
      this.#remarks.push({ at, problem, help: "rename one of them, and import again" });
      return null;
    }
    this.#questions += questions.length;
    const isBound = heading !== undefined || scope.heading !== undefined;
    const repeats = this.#repeats([...questions, section]);
    const asksForEach = !isBound && !repeats && section.depth > 0;
    // Without a heading of its own the rule would take the same question of another section.
    const needsOwn = !isBound && section.depth > 0 && this.#repeats(questions);
    const own = needsOwn ? section.heading : heading;
    for (const { index } of questions) this.#answers.add(index);
    for (const { index, parent: above } of asksForEach ? this.#document.sections : []) {
      if (above === section.index) this.#answers.add(index);
    }
    return {
      id: ids.take("answers"),
      title: "Every question is answered",
      type: "document",
      ...(own === undefined ? {} : { heading: own }),
      sections: questions.map(plainHeading),
      ...(asksForEach ? { each_heading: { under: plainHeading(section) } } : {}),
    };
  }

  #repeats(sections: readonly Section[]): boolean {
    return sections.some(({ key }) => (this.#uses.get(key) ?? 0) > 1);
  }

  /** `undefined` where the gate is bound there already; `null` where it cannot be told. */
  #ruleHeading(scope: GateScope, section: Section): string | undefined | null {
    if (section === scope.section || section.depth === 0) return undefined;
    return bindRule(this.#document, section);
  }
}

function titleOf(text: string): { readonly title?: string } {
  return text === "" ? {} : { title: text.slice(0, LONGEST_TITLE) };
}

/** Without emoji and number, where that is still the same heading. */
function plainHeading({ heading, key }: Section): string {
  const title = headingTitle(heading);
  return headingKey(title) === key ? title : heading;
}
