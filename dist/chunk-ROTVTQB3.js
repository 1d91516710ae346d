import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  GitHubFailure,
  factOf,
  failureOf
} from "./chunk-SZVS3UDJ.js";
import {
  MOST_BYTES,
  blobId,
  contentOf
} from "./chunk-53U4FLTU.js";
import {
  known,
  missing
} from "./chunk-M2J3WGPH.js";
import {
  BASELINE_PATH,
  POLICY_PATH,
  WAIVERS_PATH
} from "./chunk-H5AMS74M.js";

// src/github/answer-data.ts
function dataAt(data, ...path) {
  let node = data;
  for (const step of path) {
    if (typeof node !== "object" || node === null) return void 0;
    node = node[step];
  }
  return node;
}
function problemFact({ type, message }) {
  if (type === "FORBIDDEN") return missing("forbidden", "the token may not read this");
  return missing("unreadable", `GitHub says: ${message}`);
}
function parseInstant(text) {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new RangeError(`GitHub gave \`${text}\` for a moment`);
  return moment;
}
function loginOf(actor) {
  if (actor === null || actor === void 0) return "ghost";
  return actor.__typename === "Bot" ? `${actor.login}[bot]` : actor.login;
}

// src/github/query.ts
var Query = class {
  #variables = [];
  #inRepository = [];
  #atRoot = [];
  #fragments = /* @__PURE__ */ new Map();
  #aliases = 0;
  get isEmpty() {
    return this.#inRepository.length === 0 && this.#atRoot.length === 0;
  }
  /** `$v0`: values never stand in the text, so nothing in them can change the question. */
  variable(type, value) {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, value });
    return `$${name}`;
  }
  /** Asks about the repository under an alias, which is returned. */
  inRepository(field) {
    const alias = this.#alias();
    this.#inRepository.push(`${alias}: ${field}`);
    return alias;
  }
  atRoot(field) {
    const alias = this.#alias();
    this.#atRoot.push(`${alias}: ${field}`);
    return alias;
  }
  fragment(name, text) {
    this.#fragments.set(name, text);
    return `...${name}`;
  }
  #alias() {
    this.#aliases += 1;
    return `a${this.#aliases}`;
  }
  /** @throws {GitHubFailure} where there is no data at all. */
  async ask(client, { owner, name }) {
    const declared = this.#variables.map((one) => `, $${one.name}: ${one.type}`).join("");
    const repository = this.#inRepository.length === 0 ? [] : [`repository(owner: $owner, name: $name) { ${this.#inRepository.join("\n")} }`];
    const root = [...repository, ...this.#atRoot];
    const head = repository.length === 0 ? declared.replace(/^, /, "") : `$owner: String!, $name: String!${declared}`;
    const parameters = head === "" ? "" : `(${head})`;
    const text = [`query${parameters} {`, ...root, "}", ...this.#fragments.values()].join("\n");
    const own = Object.fromEntries(this.#variables.map((one) => [one.name, one.value]));
    const values = repository.length === 0 ? own : { owner, name, ...own };
    const { data, problems } = await send(client, text, values);
    return {
      repository: data.repository ?? {},
      root: data,
      problemAt(...path) {
        const found = problems.find(
          (problem) => problem.path.length <= path.length && problem.path.every((step, index) => step === path[index])
        );
        return found ?? null;
      }
    };
  }
};
async function send(client, query, variables) {
  try {
    return { data: await client.graphql(query, variables), problems: [] };
  } catch (error) {
    const { data, errors } = error;
    if (!Array.isArray(errors)) throw failureOf(error);
    const problems = errors.map(problemOf);
    const limited = problems.find(({ type }) => type === "RATE_LIMITED");
    if (limited !== void 0) {
      throw new GitHubFailure("rate-limited", "GitHub's rate limit is used up");
    }
    if (typeof data !== "object" || data === null) {
      throw new GitHubFailure("unreadable", `GitHub says: ${problems[0]?.message ?? "nothing"}`);
    }
    return { data, problems };
  }
}
function problemOf(error) {
  const { type, message, path } = error;
  return {
    type: typeof type === "string" ? type : null,
    message: String(message ?? "an error without a message"),
    path: Array.isArray(path) ? path : []
  };
}

// src/github/read/blobs.ts
function entryFields(query) {
  return query.fragment(
    "Entry",
    `fragment Entry on TreeEntry { mode type oid object {
      ... on Blob { byteSize isTruncated isBinary text } } }`
  );
}
var Blobs = class {
  #client;
  #name;
  #known = /* @__PURE__ */ new Map();
  constructor(client, name) {
    this.#client = client;
    this.#name = name;
  }
  /** What stands at a path, from the entry that GraphQL gave of it. */
  fileAt(entry, problem) {
    if (problem !== null) return Promise.resolve(problemFact(problem));
    if (entry === null || entry === void 0) return Promise.resolve(known({ state: "absent" }));
    const { mode, oid, object } = entry;
    switch (mode & 61440) {
      case 16384:
        return Promise.resolve(known({ state: "directory" }));
      case 40960:
        return Promise.resolve(known({ state: "link" }));
      case 57344:
        return Promise.resolve(known({ state: "submodule" }));
      default:
        return this.#content(oid, object);
    }
  }
  #content(oid, object) {
    const before = this.#known.get(oid);
    if (before !== void 0) return before;
    const content = this.#read(oid, object);
    this.#known.set(oid, content);
    return content;
  }
  async #read(oid, object) {
    if (object != null && object.byteSize > MOST_BYTES) return TOO_LARGE;
    const text = object?.text;
    if (typeof text === "string") {
      const bytes = Buffer.from(text, "utf8");
      if (blobId(bytes, "sha1") === oid) return known(contentOf(bytes, oid));
    }
    return this.#download(oid);
  }
  /** Over REST, where GraphQL gave no text, a part of it, or another one. */
  async #download(oid) {
    const { owner, name } = this.#name;
    const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
    try {
      const { data } = await this.#client.request(route, { owner, repo: name, file_sha: oid });
      const { content, size } = data;
      if (size > MOST_BYTES) return TOO_LARGE;
      const bytes = Buffer.from(content, "base64");
      if (blobId(bytes, "sha1") !== oid) return missing("unreadable", "GitHub gave another file");
      return known(contentOf(bytes, oid));
    } catch (error) {
      return factOf(error);
    }
  }
};
var TOO_LARGE = missing("too-large", "it is over 1 MiB");

// src/github/policy-at-tip.ts
var ORGANIZATION_PATH = "stage-gates-org.yml";
var POLICY_FILES = {
  policy: POLICY_PATH,
  waivers: WAIVERS_PATH,
  baseline: BASELINE_PATH
};
function askPolicy(query, branch) {
  const tip = `name target { oid ... on Commit { ${policyFields(query)} } }`;
  const standard = query.inRepository(
    `defaultBranchRef { ${branch === null ? tip : "name target { oid }"} }`
  );
  const alias = branch === null ? standard : query.inRepository(
    `ref(qualifiedName: ${query.variable("String!", `refs/heads/${branch}`)}) { ${tip} }`
  );
  return async (answer, blobs) => {
    const defaultBranch = branchAt(answer, standard, "default branch");
    const data = branchAt(answer, alias, `branch \`${branch}\``);
    const files = await readPolicy(answer, alias, data, blobs);
    return {
      defaultBranch: { name: defaultBranch.name, tip: defaultBranch.target.oid },
      files: { ref: data.name, sha: data.target.oid, ...files }
    };
  };
}
function branchAt(answer, alias, what) {
  const data = dataAt(answer.repository, alias);
  if (data !== null && data !== void 0) return data;
  throw new GitHubFailure("unreadable", `the repository shows no ${what}`);
}
function policyFields(query) {
  return Object.entries(POLICY_FILES).map(
    ([alias, path]) => `${alias}: file(path: ${query.variable("String!", path)}) { ${entryFields(query)} }`
  ).join("\n");
}
async function readPolicy(answer, alias, { target }, blobs) {
  const read = async (field) => {
    const problem = answer.problemAt("repository", alias, "target", field, "object");
    return { name: POLICY_FILES[field], fact: await blobs.fileAt(target[field], problem) };
  };
  const [policy, waivers, baseline] = await Promise.all([
    read("policy"),
    read("waivers"),
    read("baseline")
  ]);
  return { policy, waivers, baseline };
}
function askOrganizationPolicy(query, { owner }) {
  const path = query.variable("String!", ORGANIZATION_PATH);
  const alias = query.atRoot(
    `repository(owner: ${query.variable("String!", owner)}, name: ".github") {
      defaultBranchRef { target { ... on Commit { file(path: ${path}) { ${entryFields(query)} } } } } }`
  );
  return async (answer, blobs) => {
    const name = `${owner}/.github/${ORGANIZATION_PATH}`;
    const way = [alias, "defaultBranchRef", "target", "file"];
    const problem = answer.problemAt(...way, "object");
    if (problem !== null && problem.type !== "NOT_FOUND")
      return { name, fact: problemFact(problem) };
    const entry = dataAt(answer.root, ...way);
    const fact = entry === void 0 ? known({ state: "absent" }) : await blobs.fileAt(entry, null);
    return { name, fact };
  };
}

export {
  dataAt,
  problemFact,
  parseInstant,
  loginOf,
  Query,
  entryFields,
  Blobs,
  askPolicy,
  policyFields,
  readPolicy,
  askOrganizationPolicy
};
