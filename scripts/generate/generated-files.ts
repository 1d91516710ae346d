import { schemaFiles } from "./json-schemas.ts";
import { operationsPage } from "./operations-page.ts";
import { packPages } from "./pack-pages.ts";
import { policyPage } from "./policy-page.ts";
import { readmePage } from "./readme-page.ts";
import { rulePages } from "./rule-pages.ts";

/** Everything that is made from the code, by path from the root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const pages = await Promise.all([
    ...[readmePage(), policyPage(), rulePages(), packPages()],
    operationsPage(),
  ]);
  const parts = [schemaFiles(), ...pages];
  return new Map(parts.flatMap((part) => [...part]));
}
