import { schemaFiles } from "./json-schemas.ts";
import { packPages } from "./pack-pages.ts";
import { policyPage } from "./policy-page.ts";
import { rulePages } from "./rule-pages.ts";

/** Everything that is made from the code, by path from the root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const parts = [schemaFiles(), ...(await Promise.all([policyPage(), rulePages(), packPages()]))];
  return new Map(parts.flatMap((part) => [...part]));
}
