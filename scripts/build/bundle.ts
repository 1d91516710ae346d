import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile, type Plugin } from "esbuild";

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

export interface Bundle {
  readonly code: Uint8Array;
  readonly licences: string;
}

/** The command line as one file, and the licences of what is in it. Same sources, same bytes. */
export async function bundleCli(): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    write: false,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    metafile: true,
    // Readable on purpose: what is committed is reviewed.
    minify: false,
    legalComments: "none",
    plugins: [withoutLocales],
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
    logLevel: "warning",
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error("esbuild wrote nothing");
  return { code: output.contents, licences: licencesOf(bundledPackages(metafile)) };
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
        ? `${manifest.license}, by ${authorOf(manifest)}`
        : readFileSync(join(path, file), "utf8");
    const head = `${manifest.name} ${manifest.version} (${manifest.license})`;
    return `${head}\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
  });
  const line = `\n${"-".repeat(80)}\n\n`;
  return `dist/cli.js contains code of these packages.\n${line}${parts.join(line)}`;
}

function authorOf({ author }: { author?: string | { name?: string } }): string {
  return typeof author === "string" ? author : (author?.name ?? "its contributors");
}
