import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile, type Plugin } from "esbuild";
import { undiciWhenProxied } from "./undici-when-proxied.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Packages written for CommonJS call `require`, which a module does not have. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);';

/** Messages of zod in fifty languages, 400 KB that nothing here reads. English comes by another way. */
const withoutLocales: Plugin = {
  name: "without-locales",
  setup({ onLoad }) {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "export {};" }));
  },
};

/** The modules of `yaml`. For Node it offers CommonJS, from which nothing unused can be left out. */
const YAML = "./node_modules/yaml/browser/index.js";

export interface Bundle {
  /** Those that start, and what they load when it is needed. */
  readonly files: readonly { readonly name: string; readonly contents: Uint8Array }[];
  readonly licences: string;
}

/** Command line and action as modules, and the licences of what is in them. Same sources, same bytes. */
export function bundle(): Promise<Bundle> {
  const entryPoints = { cli: "src/cli/start.ts", action: "src/action/main.ts" };
  return bundleOf(entryPoints, "node20");
}

/** The service, which needs nothing beside it but the templates. */
export function bundleApp(): Promise<Bundle> {
  return bundleOf({ app: "src/app/start.ts" }, "node24");
}

async function bundleOf(
  entryPoints: Readonly<Record<string, string>>,
  target: "node20" | "node24",
): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { ...entryPoints },
    outdir: "dist",
    write: false,
    bundle: true,
    // A command loads what it uses; without it, one module that compiles everything on every start.
    splitting: true,
    platform: "node",
    target,
    format: "esm",
    metafile: true,
    // Readable on purpose: what is committed is reviewed.
    minify: false,
    legalComments: "none",
    alias: { yaml: YAML },
    // Native code that `pg` uses where somebody has installed it.
    external: ["pg-native"],
    plugins: [withoutLocales, undiciWhenProxied(ROOT)],
    banner: { js: REQUIRE },
    logLevel: "warning",
  });
  const files = outputFiles
    .map(({ path, contents }) => ({ name: basename(path), contents }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files, licences: licencesOf(bundledPackages(metafile)) };
}

/** Folders of the packages that reached the output, sorted. */
function bundledPackages({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [path] : [],
    ),
  );
  const folders = inputs.flatMap((path) => {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
    return folder === undefined ? [] : [folder];
  });
  return [...new Set(folders)].sort();
}

function licencesOf(folders: readonly string[]): string {
  const parts = folders.map((folder) => {
    const path = join(ROOT, folder);
    const manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    const file = readdirSync(path)
      .sort()
      .find((name) => /^licen[cs]e(\.|$)/i.test(name));
    const text =
      file === undefined
        ? `${licenceOf(manifest)}, by ${authorOf(manifest)}`
        : readFileSync(join(path, file), "utf8");
    const head = `${manifest.name} ${manifest.version} (${licenceOf(manifest)})`;
    return `${head}\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
  });
  const line = `\n${"-".repeat(80)}\n\n`;
  return `The files beside this one contain code of these packages.\n${line}${parts.join(line)}`;
}

interface Licensed {
  readonly license?: string;
  /** How npm wanted it before 2014. */
  readonly licenses?: readonly { readonly type: string }[];
}

function licenceOf({ license, licenses = [] }: Licensed): string {
  const named = license ?? licenses.map(({ type }) => type).join(" OR ");
  if (named === "") throw new Error("a package of the bundle names no licence: leave it out");
  return named;
}

function authorOf({ author }: { author?: string | { name?: string } }): string {
  return typeof author === "string" ? author : (author?.name ?? "its contributors");
}
