/** What is looked at as one. The work list keeps it as a text. */
export type Subject =
  /** A pull request: judged, and GitHub made to say so. */
  | { readonly kind: "pull"; readonly number: number }
  /** A commit a merge queue made, and the branch it would become. */
  | { readonly kind: "group"; readonly head: string; readonly base: string }
  /** A branch has moved. */
  | { readonly kind: "push"; readonly branch: string }
  /** What a push brought to a branch. */
  | {
      readonly kind: "audit";
      readonly branch: string;
      /** `null` where there was no such branch. */
      readonly before: string | null;
      readonly after: string;
      /** Login of who pushed. */
      readonly by: string;
    }
  /** Something that verdicts may rest on has changed: those that do are to be looked at again. */
  | { readonly kind: "watched"; readonly key: string }
  /** All open promotions of the repository. */
  | { readonly kind: "repository" }
  /** All repositories of the installation. */
  | { readonly kind: "installation" }
  /** A deployment that waits for our word. */
  | { readonly kind: "deployment"; readonly run: number; readonly environment: string }
  /** Deliveries that GitHub could not bring. */
  | { readonly kind: "deliveries" }
  /** All installations of the app. */
  | { readonly kind: "app" };

/** At most 512 characters, as long as GitHub's own names are: branches 255 bytes, environments 255. */
export function subjectText(subject: Subject): string {
  switch (subject.kind) {
    case "pull":
      return `pull/${subject.number}`;
    case "group":
      return `group/${subject.head}/${subject.base}`;
    case "push":
      return `push/${subject.branch}`;
    case "audit": {
      const { before, after, by, branch } = subject;
      return ["audit", before ?? "-", after, by, branch].join("/");
    }
    case "watched":
      return `watched/${subject.key}`;
    case "deployment":
      return `deployment/${subject.run}/${subject.environment}`;
    default:
      return subject.kind;
  }
}

/** `null` for what an older or newer version wrote: it is done with, a sweep marks what is open. */
export function parseSubject(text: string): Subject | null {
  const [kind, first = "", ...others] = text.split("/");
  const rest = others.join("/");
  const all = text.slice(`${kind}/`.length);
  switch (kind) {
    case "pull":
      return isNumber(all) ? { kind, number: Number(all) } : null;
    case "group":
      return first === "" || rest === "" ? null : { kind, head: first, base: rest };
    case "push":
      return all === "" ? null : { kind, branch: all };
    case "audit": {
      const [after = "", by = "", ...names] = others;
      const branch = names.join("/");
      if (!isCommit(after) || by === "" || branch === "") return null;
      if (first !== "-" && !isCommit(first)) return null;
      return { kind, branch, before: first === "-" ? null : first, after, by };
    }
    case "watched":
      return all === "" ? null : { kind, key: all };
    case "deployment":
      return isNumber(first) && rest !== ""
        ? { kind, run: Number(first), environment: rest }
        : null;
    case "repository":
    case "installation":
    case "deliveries":
    case "app":
      return text === kind ? { kind } : null;
    default:
      return null;
  }
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
