import { type Comment, REACTIONS, type Reaction } from "./issue.ts";
import { invalid, notFound } from "./refusal.ts";
import type { World } from "./world.ts";

/** Reacts to a comment. Whoever has reacted so already has done nothing: `isNew` says it. */
export function addReaction(
  world: World,
  comment: Comment,
  said: { readonly author: string; readonly content: string },
): { readonly reaction: Reaction; readonly isNew: boolean } {
  const content = REACTIONS.find((one) => one === said.content);
  if (content === undefined) throw invalid("Reaction", "content", "invalid");
  const there = comment.reactions.find(
    (one) => one.author === said.author && one.content === content,
  );
  if (there !== undefined) return { reaction: there, isNew: false };
  const reaction = { id: world.nextId(), author: said.author, content, created: world.tick() };
  comment.reactions.push(reaction);
  return { reaction, isNew: true };
}

export function reactionOf(comment: Comment, id: number): Reaction {
  const found = comment.reactions.find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return found;
}
