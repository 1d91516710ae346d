import { statfsSync } from "node:fs";
import { StoreError } from "../store-error.ts";

/** `f_type` of statfs(2). Their locks and their fsync cannot be relied on. */
const NETWORK: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xfe534d42, "SMB"],
  [0xff534d42, "CIFS"],
  [0x5346414f, "AFS"],
  [0x00c36400, "Ceph"],
  [0x0bd00bd0, "Lustre"],
]);

export function networkDisk(type: number): string | null {
  // The field is signed on some machines.
  return NETWORK.get(type >>> 0) ?? null;
}

/** @throws {StoreError} `store-network-disk`. */
export function refuseNetworkDisk(folder: string, typeOf = (of: string) => statfsSync(of).type) {
  const network = networkDisk(typeOf(folder));
  if (network === null) return;
  throw new StoreError(
    "store-network-disk",
    `The folder \`${folder}\` is on a network disk (${network}), where SQLite loses data`,
    "keep the store on a disk of this machine, or set `DATABASE_URL` to a PostgreSQL",
  );
}
