import { z } from "zod";

const rule = z
  .looseObject({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    severity: z.string().default("block"),
    answers: z.array(z.string()).default([]),
  })
  .transform(({ id, type, title, severity, answers, remedy: _, ...settings }) => ({
    id,
    type,
    title,
    severity,
    answers,
    settings,
  }));

const gate = z.looseObject({
  id: z.string(),
  title: z.string(),
  changed: z.array(z.string()).nullable().default(null),
  depends_on: z.array(z.string()).default([]),
  answers: z.array(z.string()).default([]),
  rules: z.array(rule),
});

const packFile = z.looseObject({
  description: z.string(),
  gates: z.array(gate),
  omitted: z.array(z.strictObject({ id: z.string(), why: z.string().min(10) })).default([]),
});

const inventoryFile = z.strictObject({
  playbook: z.strictObject({
    title: z.string(),
    /** Left out where the playbook names none. */
    publisher: z.string().nullable().default(null),
    published: z.string().nullable().default(null),
  }),
  example: z.string().nullable().default(null),
  demands: z.array(z.strictObject({ id: z.string(), demand: z.string().min(20) })).min(1),
});

export type PackGate = z.infer<typeof gate>;
type PackRule = z.infer<typeof rule>;

/** What answers a demand; `rule: null` for the gate as such. */
export interface Answer {
  readonly gate: PackGate;
  readonly rule: PackRule | null;
}

export interface Demand {
  readonly id: string;
  readonly demand: string;
  readonly answers: readonly Answer[];
  /** Why it is left out. */
  readonly omitted: string | null;
}

export interface Pack {
  readonly id: string;
  readonly description: string;
  readonly playbook: z.infer<typeof inventoryFile>["playbook"];
  /** A folder under `examples/` that fills it in. */
  readonly example: string | null;
  readonly gates: readonly PackGate[];
  readonly demands: readonly Demand[];
}

/** Ties a pack to its inventory. Throws when a demand is forgotten, invented, or both answered and left out. */
export function readPack(id: string, packData: unknown, inventoryData: unknown): Pack {
  const { description, gates, omitted } = packFile.parse(packData);
  const { playbook, example, demands } = inventoryFile.parse(inventoryData);
  const answers = new Map<string, Answer[]>(demands.map((demand) => [demand.id, []]));
  const wrong: string[] = [];
  const note = (demand: string, answer: Answer, where: string) => {
    const known = answers.get(demand);
    if (known === undefined) wrong.push(`${where} answers ${demand}, which the inventory lacks`);
    else known.push(answer);
  };
  for (const one of gates) {
    for (const demand of one.answers) note(demand, { gate: one, rule: null }, one.id);
    for (const each of one.rules) {
      const where = `${one.id}/${each.id}`;
      for (const demand of each.answers) note(demand, { gate: one, rule: each }, where);
    }
  }
  const reasons = new Map(omitted.map(({ id: demand, why }) => [demand, why]));
  for (const demand of reasons.keys()) {
    if (!answers.has(demand)) wrong.push(`${demand} is left out, which the inventory lacks`);
  }
  for (const [demand, found] of answers) {
    if (found.length > 0 && reasons.has(demand)) wrong.push(`${demand} is answered and left out`);
    if (found.length === 0 && !reasons.has(demand)) {
      wrong.push(`${demand} is neither answered nor left out`);
    }
  }
  if (wrong.length > 0) throw new Error(`pack ${id}: ${wrong.join("; ")}`);
  return {
    id,
    description,
    playbook,
    example,
    gates,
    demands: demands.map((demand) => ({
      ...demand,
      answers: answers.get(demand.id) ?? [],
      omitted: reasons.get(demand.id) ?? null,
    })),
  };
}
