const OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * `owner/repo` from the URL of a remote on a host; `null` for anything else, such as a path. User
 * names and tokens in the URL never get any further than here.
 */
export function repositoryName(url: string): string | null {
  const path = pathOnHost(url.trim());
  if (path === null) return null;
  const [owner = "", name = "", ...more] = path.replace(/^\/+|\/+$/g, "").split("/");
  const repository = name.replace(/\.git$/, "");
  const isName = OWNER.test(owner) && NAME.test(repository) && !/^\.{1,2}$/.test(repository);
  return isName && more.length === 0 ? `${owner}/${repository}` : null;
}

function pathOnHost(url: string): string | null {
  if (/^(https?|ssh|git|git\+ssh):\/\//.test(url)) {
    return /^[^:]+:\/\/[^/]+(\/.*)$/.exec(url)?.[1] ?? null;
  }
  // `git@github.com:owner/repo.git`; a single letter before the colon is a drive.
  return /^(?:[^@/:]+@)?[^@/:\\]{2,}:(?!\/\/)([^:]+)$/.exec(url)?.[1] ?? null;
}
