import type { Plugin } from "esbuild";

/**
 * What the runner's libraries get for `undici`. Node has its own copy behind `fetch`, but none that
 * goes through a proxy: the 800 KB that do are a module of their own, loaded where there is one.
 */
const WHEN_PROXIED = `
const isProxied = ["http_proxy", "https_proxy"].some(
  (name) => process.env[name] || process.env[name.toUpperCase()],
);
class ProxyAgent {
  constructor() {
    throw new Error("a proxy was asked for that no variable of the environment names");
  }
}
const ours = { ProxyAgent, fetch: globalThis.fetch };
const undici = isProxied ? (await import("undici")).default : ours;
const { ProxyAgent: OfProxy, fetch } = undici;
export { OfProxy as ProxyAgent, fetch };
`;

/** Keeps `undici` out of what is loaded without a proxy. */
export function undiciWhenProxied(root: string): Plugin {
  return {
    name: "undici-when-proxied",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^undici$/ }, ({ kind }) =>
        kind === "dynamic-import" ? null : { path: "undici", namespace: "when-proxied" },
      );
      onLoad({ filter: /^undici$/, namespace: "when-proxied" }, () => ({
        contents: WHEN_PROXIED,
        resolveDir: root,
      }));
    },
  };
}
