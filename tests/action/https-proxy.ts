import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Only the proxy knows where this is. */
const HOST = "github.test";

export interface HttpsProxy {
  /** What a runner behind it has in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Servers that were asked for, in order. */
  readonly tunnels: readonly string[];
  stop(): Promise<void>;
}

/** A proxy, and behind it `https://github.test`, which hands on to `target`. */
export async function startHttpsProxy(target: string): Promise<HttpsProxy> {
  const folder = mkdtempSync(join(tmpdir(), "https-proxy-"));
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const subject = ["-subj", `/CN=${HOST}`, "-addext", `subjectAltName=DNS:${HOST}`];
  const made = ["-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", "-x509", ...made, ...subject], { stdio: "ignore" });

  const tls = { key: readFileSync(key), cert: readFileSync(certificate) };
  const github = createTlsServer(tls, (asked, answer) => {
    const { method = "GET", headers, url = "/" } = asked;
    const options = { method, headers: { ...headers, host: new URL(target).host } };
    const passed = request(new URL(url, target), options, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    asked.pipe(passed);
  });
  const behind = await listen(github);

  const tunnels: string[] = [];
  const proxy = createServer().on("connect", ({ url = "" }, client) => {
    tunnels.push(url);
    const server = connect(behind, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(server).pipe(client);
    });
    for (const end of [client, server]) end.on("error", () => undefined);
  });
  const port = await listen(proxy);
  const api = `https://${HOST}`;
  return {
    env: {
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
      NODE_EXTRA_CA_CERTS: certificate,
      GITHUB_API_URL: `${api}/api/v3`,
      GITHUB_GRAPHQL_URL: `${api}/api/graphql`,
    },
    tunnels,
    stop: async () => {
      for (const server of [proxy, github]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      rmSync(folder, { recursive: true });
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
