/** What GitHub answers when it refuses. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly unknown[];

  constructor(
    status: number,
    message: string,
    {
      headers = {},
      errors = [],
    }: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly errors?: readonly unknown[];
    } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.headers = headers;
    this.errors = errors;
  }
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** A field that a resource cannot have as it was given. */
export function invalid(resource: string, field: string, code: string, message?: string): Refusal {
  return new Refusal(422, "Validation Failed", {
    errors: [{ resource, code, field, ...(message !== undefined && { message }) }],
  });
}
