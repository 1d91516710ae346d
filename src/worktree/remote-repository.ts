const OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;

/** Where a repository is kept, by the URL of a remote. */
export interface RemoteRepository {
  /** Without user and, unless it is an unusual one, without port. */
  readonly host: string;
  /** `owner/repo` */
  readonly repository: string;
}

/**
 * Host and `owner/repo` from the URL of a remote; `null` for anything else, such as a path. User
 * names and tokens in the URL never get any further than here.
 */
export function remoteRepository(url: string): RemoteRepository | null {
  const [host, path] = partsOf(url.trim());
  if (host === undefined || path === undefined) return null;
  const [owner = "", name = "", ...more] = path.replace(/^\/+|\/+$/g, "").split("/");
  const repository = name.replace(/\.git$/, "");
  const isName = OWNER.test(owner) && NAME.test(repository) && !/^\.{1,2}$/.test(repository);
  return isName && more.length === 0
    ? { host: webHost(host), repository: `${owner}/${repository}` }
    : null;
}

function partsOf(url: string): readonly string[] {
  if (/^(https?|ssh|git|git\+ssh):\/\//.test(url)) {
    return /^[^:]+:\/\/(?:[^/@]*@)?([^/@]+)(\/.*)$/.exec(url)?.slice(1) ?? [];
  }
  // `git@github.com:owner/repo.git`; a single letter before the colon is a drive.
  return /^(?:[^@/:]+@)?([^@/:\\]{2,}):(?!\/\/)([^:]+)$/.exec(url)?.slice(1) ?? [];
}

/** GitHub's own way around closed ports. */
function webHost(host: string): string {
  const plain = host.toLowerCase().replace(/:(22|443|80)$/, "");
  return plain === "ssh.github.com" ? "github.com" : plain;
}
