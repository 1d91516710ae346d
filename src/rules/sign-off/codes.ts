export const SIGN_OFF_CODES = {
  "SIGN-OFF-WAITING": "Nobody who holds the role has approved yet",
  "SIGN-OFF-CHANGED": "What was approved has changed since",
  "SIGN-OFF-EXPIRED": "The approval is older than it may be",
  "SIGN-OFF-NO-COMMIT": "The sign-off names no full commit id",
  "SIGN-OFF-BY-AUTHOR": "An author of the pull request signed it off",
  "SIGN-OFF-SAME-PERSON": "One person signed for two roles",
  "SIGN-OFF-CHANGES-REQUESTED": "Somebody who holds the role requested changes",
  "SIGN-OFF-NOT-A-HOLDER": "Somebody approved who does not hold the role; it changes nothing",
  "SIGN-OFF-UNKNOWN-ROLE": "The policy has no such role",
  "SIGN-OFF-COVERS-NOTHING": "What the role covers is empty",
  "SIGN-OFF-UNUSED-GLOB": "A glob of `covers` matches no file",
} as const;
