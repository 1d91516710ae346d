import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  loadAtTip,
  originOf
} from "./chunk-HWUEBB2Y.js";
import {
  judge,
  withoutVerdict
} from "./chunk-KXWXYZQM.js";
import {
  stageOfBranch
} from "./chunk-WPQ7RJF2.js";
import {
  noteOf
} from "./chunk-VOJVDU5I.js";

// src/promotion/judge-promotion.ts
async function judgePromotion(input) {
  const { opened, packs, now } = input;
  const { pull } = opened;
  const origin = originOf(opened.policy);
  const loaded = loadAtTip(opened.policy, packs, pull.repository);
  if (loaded.state === "invalid") {
    const { problems } = loaded;
    const said = { stage: pull.baseBranch, mode: "enforce", origin, commit: pull.head };
    return { state: "invalid", verdict: withoutVerdict({ ...said, problems }) };
  }
  const { policy, waivers, baseline, notes, besideProblems } = loaded;
  const stage = stageOfBranch(policy, pull.baseBranch);
  if (stage === null) return { state: "no-promotion", policy };
  const verdict = await judge({
    policy,
    waivers,
    baseline,
    notes: [...notes, ...besideProblems].map(noteOf),
    origin,
    source: opened.source,
    now,
    stage: stage.id,
    services: null,
    local: false,
    commit: pull.head,
    repository: pull.repository
  });
  const { name, isSeen } = opened.policy.organization;
  return { state: "judged", policy, stage, verdict, unseen: isSeen ? null : name };
}

export {
  judgePromotion
};
