import type { HostedRepository } from "./hosted-repository.ts";
import { type Issue, isPullRequest, type PullRequest } from "./issue.ts";

const REFERENCE =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:(?<repository>[\w.-]+\/[\w.-]+))?#(?<number>\d+)\b/gi;

/**
 * Issues that merging would close: those linked by hand, and those its text names after a closing
 * word. GitHub reads such words only where the pull request goes into the default branch.
 */
export function closedBy(repository: HostedRepository, pull: PullRequest): readonly Issue[] {
  const named =
    pull.base === repository.defaultBranch ? numbersIn(repository, pull.body ?? "") : [];
  const numbers = [...new Set([...pull.linked, ...named])];
  return numbers.flatMap((number) => {
    const found = repository.issues.get(number);
    return found === undefined || isPullRequest(found) ? [] : [found];
  });
}

function numbersIn({ fullName }: HostedRepository, body: string): readonly number[] {
  return [...body.matchAll(REFERENCE)].flatMap(({ groups }) => {
    const { repository = fullName, number } = groups ?? {};
    return repository.toLowerCase() === fullName.toLowerCase() ? [Number(number)] : [];
  });
}
