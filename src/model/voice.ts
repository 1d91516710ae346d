/** How a verdict is said of a commit: a workflow's token by a status, an app by a check run of its own. */
export type Voice = "status" | CheckRunVoice;

export interface CheckRunVoice {
  readonly kind: "check-run";
  /** Id of the app: only its own check runs are ours, whatever others call theirs. */
  readonly app: number;
}
