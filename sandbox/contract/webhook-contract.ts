import { jsonSchemaOf, type RestDescription, readWebhookDescription } from "./rest-description.ts";
import { SchemaCheck } from "./schema-check.ts";

/** Holds payloads of webhooks against GitHub's description. */
export class WebhookContract {
  readonly #description: RestDescription;
  readonly #check: SchemaCheck;

  constructor(description: RestDescription = readWebhookDescription()) {
    this.#description = description;
    this.#check = new SchemaCheck(description);
  }

  /** Where a payload is not what GitHub says it sends. */
  problems(name: string, action: string | null, payload: unknown): readonly string[] {
    const id = [name, ...(action === null ? [] : [action])].join("-").replaceAll("_", "-");
    const schema = jsonSchemaOf(this.#description.paths[id]?.post?.requestBody);
    if (schema === null) return [`${id} is not described`];
    const problems = this.#check.problems(schema, payload, id);
    return problems.filter((one) => !OUTDATED.test(one));
  }
}

/** The description's lists of the events that an app can hear lag behind its events. */
const OUTDATED = /\/app\/events\/\d+ must be equal to one of the allowed values/;
