/**
 * What a check run of ours carries as its external id: enough to see, without reading what it shows,
 * that there is nothing to change.
 */
export interface CheckMark {
  /** Commit of the policy; `null` where there is none. */
  readonly policy: string | null;
  /** Digest of all that is shown but the annotations. */
  readonly shown: string;
  /** Digest of all annotations it is to have: GitHub adds to them and takes none away. */
  readonly annotations: string;
  /** How many of them GitHub has taken. */
  readonly sent: number;
}

export function writeMark({ policy, shown, annotations, sent }: CheckMark): string {
  return ["v1", policy ?? "-", shown, annotations, sent].join(":");
}

const MARK = /^v1:([0-9a-f]+|-):([0-9a-z-]+):([0-9a-z-]+):(\d{1,6})$/;

/** `null` for an external id that is not of this kind. */
export function readMark(text: string): CheckMark | null {
  const [, policy, shown, annotations, sent] = MARK.exec(text) ?? [];
  if (policy === undefined || shown === undefined || annotations === undefined) return null;
  return { policy: policy === "-" ? null : policy, shown, annotations, sent: Number(sent) };
}
