import type { PullRequest, Review } from "../../world/issue.ts";
import { addReview, dismissReview } from "../../world/pull-requests.ts";
import { Refusal } from "../../world/refusal.ts";
import { editReview, requestReviews, reviewOf, unrequestReviews } from "../../world/reviews.ts";
import {
  names,
  onRepository,
  page,
  type RepositoryRequest,
  type RestOperation,
  text,
} from "../operation.ts";
import { reviewersShape, reviewShape, simplePull } from "../shapes/pull-request.ts";

const read = { permission: "pull_requests", level: "read" } as const;
const speak = { permission: "pull_requests", level: "write", access: "read" } as const;
const write = { permission: "pull_requests", level: "write" } as const;

/** Reviews, and who is asked for one. */
export const reviewOperations: Readonly<Record<string, RestOperation>> = {
  "pulls/list-reviews": onRepository(read, (request) => {
    const { repository, shaping } = request;
    const pull = pullOf(request);
    const shapes = pull.reviews.map((review) => reviewShape(review, pull, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/pulls/${pull.number}/reviews`);
  }),

  "pulls/get-review": onRepository(read, (request) => answer(request, ...both(request))),

  "pulls/create-review": onRepository(speak, (request) => {
    const { world, repository, body, by } = request;
    const pull = pullOf(request);
    const state = STATES[text(body.event) ?? ""] ?? "PENDING";
    const said = { author: by, state, body: text(body.body) ?? "" };
    return answer(request, pull, addReview(world, repository, pull, said));
  }),

  "pulls/update-review": onRepository(speak, (request) => {
    const { world, repository, body, by } = request;
    const [pull, review] = both(request);
    if (review.author !== by) throw new Refusal(422, "You can only update your own review");
    editReview(world, repository, pull, { review, body: text(body.body) ?? "", by });
    return answer(request, pull, review);
  }),

  "pulls/dismiss-review": onRepository(write, (request) => {
    const { world, repository, by } = request;
    const [pull, review] = both(request);
    dismissReview(world, repository, pull, { review, by });
    return answer(request, pull, review);
  }),

  "pulls/list-requested-reviewers": onRepository(read, (request) => ({
    status: 200,
    body: reviewersShape(pullOf(request), request.shaping),
  })),

  "pulls/request-reviewers": onRepository(write, (request) => {
    const { world, repository, body, by, shaping } = request;
    const pull = pullOf(request);
    requestReviews(world, repository, pull, {
      users: names(body.reviewers) ?? [],
      teams: names(body.team_reviewers) ?? [],
      by,
    });
    return { status: 201, body: simplePull(pull, shaping) };
  }),

  "pulls/remove-requested-reviewers": onRepository(write, (request) => {
    const { world, repository, body, by, shaping } = request;
    const pull = pullOf(request);
    const users = names(body.reviewers) ?? [];
    const teams = names(body.team_reviewers) ?? [];
    unrequestReviews(world, repository, pull, { users, teams, by });
    return { status: 200, body: simplePull(pull, shaping) };
  }),
};

const STATES: Readonly<Record<string, Review["state"]>> = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
};

function answer({ shaping }: RepositoryRequest, pull: PullRequest, review: Review) {
  return { status: 200, body: reviewShape(review, pull, shaping) };
}

function both(request: RepositoryRequest): readonly [PullRequest, Review] {
  const pull = pullOf(request);
  return [pull, reviewOf(pull, Number(request.parameters.review_id))];
}

function pullOf({ repository, parameters }: RepositoryRequest): PullRequest {
  return repository.pull(Number(parameters.pull_number));
}
