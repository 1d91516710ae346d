import { addCheckRun, addStatus } from "../../sandbox/world/checks.ts";
import type { Comment, Review } from "../../sandbox/world/issue.ts";
import {
  addComment,
  changeIssue,
  deleteComment,
  editComment,
  openIssue,
  setLabels,
} from "../../sandbox/world/issue-changes.ts";
import { changeLabel } from "../../sandbox/world/labels.ts";
import { addReview, dismissReview, retargetPull } from "../../sandbox/world/pull-requests.ts";
import { addTeamMember, removeTeamMember, setCollaborator } from "../../sandbox/world/teams.ts";
import { CONTEXT } from "../promotion/promote-shop.ts";
import { POLICY_FILE, type Promotion } from "./acme.ts";

/** Something that happens to a promotion while nobody pushes to it. */
export type Act = (promotion: Promotion) => unknown;

export function policyBecomes(text: string | null): Act {
  return ({ push }) => push("main", { [POLICY_FILE]: text });
}

export function retarget(base: string): Act {
  return ({ world, repository, pull }) =>
    retargetPull(world, repository, pull, { base, by: "ana" });
}

export function approve(author: string): Act {
  return ({ world, repository, pull }) =>
    addReview(world, repository, pull, { author, state: "APPROVED" });
}

/** The newest review. */
export const dismiss: Act = ({ world, repository, pull }) =>
  dismissReview(world, repository, pull, { review: pull.reviews.at(-1) as Review, by: "ana" });

export function say(author: string, body: string): Act {
  return ({ world, repository, pull }) => addComment(world, repository, pull, { author, body });
}

export function edit(author: string, body: string): Act {
  return (promotion) => {
    const { world, repository, pull } = promotion;
    const comment = newestOf(author, promotion);
    editComment(world, repository, pull, { comment, body, by: author });
  };
}

export function unsay(author: string): Act {
  return (promotion) => {
    const { world, repository, pull } = promotion;
    deleteComment(world, repository, pull, { comment: newestOf(author, promotion), by: "ana" });
  };
}

function newestOf(by: string, { pull }: Promotion): Comment {
  return pull.comments.findLast(({ author }) => author === by) as Comment;
}

/** In the team of leads. */
export function membership(login: string, is: "in" | "out"): Act {
  return ({ world }) => {
    const team = world.team("acme", "leads");
    if (team === null) throw new Error("there are no leads");
    const change = is === "in" ? addTeamMember : removeTeamMember;
    change(world, team, { login, by: "raj" });
  };
}

export function access(login: string, to: "read" | "write"): Act {
  return ({ world, repository }) =>
    setCollaborator(world, repository, { login, access: to, by: "ana" });
}

/** Of the one issue that there is. */
export function labels(...names: readonly string[]): Act {
  return (promotion) => {
    const { world, repository } = promotion;
    setLabels(world, repository, issueIn(promotion), { names, by: "ana" });
  };
}

export function rename(label: string, to: string): Act {
  return ({ world, repository }) => changeLabel(world, repository, { name: label, to, by: "ana" });
}

export function issueBecomes(state: "open" | "closed"): Act {
  return (promotion) => {
    const { world, repository } = promotion;
    changeIssue(world, repository, issueIn(promotion), { state }, "ana");
  };
}

function issueIn({ world, repository }: Promotion) {
  const title = "Photos are lost";
  const there = [...repository.issues.values()].find((issue) => issue.title === title);
  return there ?? openIssue(world, repository, { author: "ana", title, body: null });
}

/** A check run by the app `slug`. */
export function checked(slug: string, name: string, conclusion: string): Act {
  return ({ world, repository, pull: { headSha: head } }) => {
    const app = (world.appBySlug(slug) ?? world.addApp(slug)).id;
    addCheckRun(world, repository, { name, head, app, conclusion });
  };
}

/** A status of our name, by somebody else. */
export function forgedStatus(state: "success" | "failure"): Act {
  return ({ world, repository, pull: { headSha: head } }) =>
    addStatus(world, repository, { head, state, context: CONTEXT, creator: "eve" });
}

/** It is heard of with GitHub's next answer, whatever that is about. */
export function clock(moment: string): Act {
  return ({ world, push }) => {
    world.now = Date.parse(moment);
    return push("elsewhere", { "src/else.txt": moment });
  };
}

export function inTurn(...acts: readonly Act[]): Act {
  return async (promotion) => {
    for (const act of acts) await act(promotion);
  };
}
