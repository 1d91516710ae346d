import type { RestOperation } from "./operation.ts";
import { appOperations } from "./operations/apps.ts";
import { checkRunOperations } from "./operations/check-runs.ts";
import { checkOperations } from "./operations/checks.ts";
import { commentOperations } from "./operations/comments.ts";
import { commitOperations } from "./operations/commits.ts";
import { contentOperations } from "./operations/contents.ts";
import { deploymentOperations } from "./operations/deployments.ts";
import { environmentOperations } from "./operations/environments.ts";
import { hookDeliveryOperations } from "./operations/hook-deliveries.ts";
import { issueOperations } from "./operations/issues.ts";
import { labelOperations } from "./operations/labels.ts";
import { organizationOperations } from "./operations/organizations.ts";
import { peopleOperations } from "./operations/people.ts";
import { protectionOperations } from "./operations/protection.ts";
import { pullOperations } from "./operations/pulls.ts";
import { refOperations } from "./operations/refs.ts";
import { reviewOperations } from "./operations/reviews.ts";

/** What this GitHub can do over REST, under the ids of GitHub's own description. */
export const REST_OPERATIONS: ReadonlyMap<string, RestOperation> = new Map(
  [
    appOperations,
    checkRunOperations,
    checkOperations,
    commentOperations,
    commitOperations,
    contentOperations,
    deploymentOperations,
    environmentOperations,
    hookDeliveryOperations,
    issueOperations,
    labelOperations,
    organizationOperations,
    peopleOperations,
    protectionOperations,
    pullOperations,
    refOperations,
    reviewOperations,
  ].flatMap((operations) => Object.entries(operations)),
);
