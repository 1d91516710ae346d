/** What went wrong, and what whoever runs the service can do about it. */
export class HelpfulError extends Error {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly help: string;

  constructor(code: string, message: string, help: string) {
    super(message);
    this.code = code;
    this.help = help;
  }
}
