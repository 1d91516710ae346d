import { z } from "zod";

/** The keys a map may have at a path of a schema, whichever of its alternatives applies there. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  let found = alternatives(schema);
  for (const step of path) found = found.flatMap((one) => inside(one, step)).flatMap(alternatives);
  return found.flatMap((one) => (one instanceof z.core.$ZodObject ? shapeKeys(one) : []));
}

function shapeKeys(schema: z.core.$ZodObject): string[] {
  return Object.keys(schema._zod.def.shape);
}

function inside(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.core.$ZodObject) {
    const { shape } = schema._zod.def;
    const name = String(step);
    const found = Object.hasOwn(shape, name) ? shape[name] : undefined;
    return found === undefined ? [] : [found];
  }
  if (schema instanceof z.core.$ZodRecord) return [schema._zod.def.valueType];
  if (schema instanceof z.core.$ZodArray) return [schema._zod.def.element];
  if (schema instanceof z.core.$ZodTuple) {
    const item = schema._zod.def.items[Number(step)];
    return item === undefined ? [] : [item];
  }
  return [];
}

/** What stands behind `optional`, `default`, unions and the like. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.flatMap(alternatives);
  if (schema instanceof z.core.$ZodPipe) return alternatives(schema._zod.def.in);
  if (schema instanceof z.core.$ZodLazy) return alternatives(schema._zod.innerType);
  if (schema instanceof z.core.$ZodIntersection) {
    return [schema._zod.def.left, schema._zod.def.right].flatMap(alternatives);
  }
  const wraps =
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault ||
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodReadonly ||
    schema instanceof z.core.$ZodNonOptional ||
    schema instanceof z.core.$ZodCatch;
  return wraps ? alternatives(schema._zod.def.innerType) : [schema];
}
