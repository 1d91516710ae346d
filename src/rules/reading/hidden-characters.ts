import type { Finding } from "../../model/finding.ts";
import { type Point, placeIn } from "../../model/place.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import type { CommonCode } from "../common-codes.ts";
import { failed } from "../findings.ts";

/** One finding for each text that shows something else than it holds. */
export function hiddenCharacters(
  path: string,
  texts: readonly { readonly text: string; readonly at: Point }[],
): readonly Finding<CommonCode>[] {
  return texts.flatMap(({ text, at }) => {
    const hidden = findHiddenCharacter(text);
    if (hidden === null) return [];
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `\`${text}\` holds a ${hidden.name}, which readers do not see`,
        remedy: "type it anew; copied text may have brought the character along",
        at: placeIn(path, at),
        item: text,
      }),
    ];
  });
}
