import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GitRepository } from "../support/git-repository.ts";

/** Arguments under which the example is judged. */
export const AS_RECORDED = ["--facts", "facts.json", "--at", "2026-10-01T12:00:00Z"] as const;

/** A git repository with folders of `examples/` laid over each other, committed. */
export function exampleRepository(...names: readonly string[]): GitRepository {
  const repository = GitRepository.create();
  for (const name of names) {
    const folder = fileURLToPath(new URL(`../../examples/${name}/`, import.meta.url));
    cpSync(folder, repository.root, { recursive: true });
  }
  // Links to its own runs and issues are told from others by the name of the remote.
  repository.git("remote", "add", "origin", "https://github.com/harbor-mutual/claims-triage.git");
  repository.commit("Claims triage");
  return repository;
}

/** A policy with one gate that a readiness document of a few lines passes. */
export const SMALL_POLICY = `version: 1
stages:
  - {id: limited, branches: [limited], gates: [data]}
  - {id: production, branches: [production, "release/*"]}
gates:
  - id: data
    title: Data
    rules:
      - id: items
        type: checklist
        items: [{id: data.parity, title: Parity holds}]
`;

export const READY = "# Readiness\n\n## Data\n\n- [x] `data.parity` Parity holds\n";
export const NOT_READY = READY.replace("[x]", "[ ]");

/** A small repository: its policy and readiness document on `main`. */
export function smallRepository(files: Readonly<Record<string, string>> = {}): GitRepository {
  const repository = GitRepository.create();
  const all = { ".github/stage-gates.yml": SMALL_POLICY, "READINESS.md": READY, ...files };
  for (const [path, text] of Object.entries(all)) repository.write(path, text);
  repository.commit("Policy and readiness");
  return repository;
}
