import { writeMark } from "../model/check-mark.ts";
import type { CheckAnnotation, CheckRunEffect, CheckRunSaid } from "../model/effect.ts";
import type { Applied, Ask } from "./apply-effects.ts";
import { githubFailure } from "./failure.ts";

/** GitHub takes no more in one request. */
const BATCH = 50;

/**
 * Writes a check run whole with the first request, but for annotations beyond what GitHub takes at
 * once: those follow, and say nothing of the conclusion, which may be another's by then. The mark
 * tells how many have arrived, so that a run which was broken off is carried on and not begun again.
 */
export async function applyCheckRun(effect: CheckRunEffect, ask: Ask): Promise<Partial<Applied>> {
  const { said, annotations } = effect;
  const batches = batchesOf(annotations);
  let sent = said.mark.sent - annotations.length;
  const partOf = (batch: readonly CheckAnnotation[]) => {
    sent += batch.length;
    return { external_id: writeMark({ ...said.mark, sent }), output: outputOf(said, batch) };
  };
  const [first = [], ...others] = batches;
  const whole = {
    ...partOf(first),
    status: "completed",
    conclusion: said.conclusion,
    actions: said.buttons,
    ...(said.detailsUrl !== null && { details_url: said.detailsUrl }),
  };
  const write = (what: object) =>
    effect.kind === "create-check-run"
      ? ask(CREATE, { name: effect.name, head_sha: effect.sha, ...what })
      : ask(UPDATE, { check_run_id: effect.id, ...what });
  const { data } = await write(whole).catch(async (error) => {
    // Of what GitHub refuses as invalid nothing is there: the word counts, whatever is said beside it.
    if (githubFailure(error)?.status === 422) await write({ ...whole, ...plainly(said) });
    throw error;
  });
  const { id } = data as { readonly id: number };
  for (const batch of others) await ask(UPDATE, { check_run_id: id, ...partOf(batch) });
  return { checkRun: id };
}

/** Marked as one that is still to be written. */
function plainly({ title, mark }: CheckRunSaid) {
  const summary = "GitHub refused the details. They are tried again.";
  return {
    external_id: writeMark({ ...mark, shown: "no-details", sent: 0 }),
    output: { title: title.slice(0, 100), summary, text: "", annotations: [] },
  };
}

const CREATE = "POST /repos/{owner}/{repo}/check-runs";
const UPDATE = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";

function batchesOf(annotations: readonly CheckAnnotation[]): (readonly CheckAnnotation[])[] {
  const count = Math.ceil(annotations.length / BATCH);
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * BATCH, (index + 1) * BATCH),
  );
}

function outputOf({ title, summary, text }: CheckRunSaid, batch: readonly CheckAnnotation[]) {
  return {
    title,
    summary,
    // Left out, GitHub keeps the text that is there.
    text: text ?? "",
    annotations: batch.map(({ level, file, line, title: about, message }) => ({
      path: file,
      start_line: line,
      end_line: line,
      annotation_level: level,
      title: about,
      message,
    })),
  };
}
