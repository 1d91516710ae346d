import { exampleFiles } from "../../support/example-repository.ts";
import { rowsOf } from "../rows.ts";

export const example = exampleFiles("claims-triage");

export const rows = rowsOf(example);
