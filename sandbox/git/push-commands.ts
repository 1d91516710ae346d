/** One ref that a push wants to move. Ids of zeros stand for none. */
export interface PushCommand {
  readonly from: string;
  readonly to: string;
  readonly ref: string;
}

/** What a push asks for: the lines before its pack, as `git push` sends them. */
export function pushCommands(body: Buffer): {
  readonly commands: readonly PushCommand[];
  /** What the other side understands. */
  readonly capabilities: readonly string[];
} {
  const commands: PushCommand[] = [];
  let capabilities: readonly string[] = [];
  let place = 0;
  for (;;) {
    const length = Number.parseInt(body.subarray(place, place + 4).toString("latin1"), 16);
    if (!(length > 4)) break;
    const line = body.subarray(place + 4, place + length).toString("utf8");
    const [command = "", said] = line.replace(/\n$/, "").split("\0");
    const [, from = "", to = "", ref = ""] =
      /^([0-9a-f]{40}) ([0-9a-f]{40}) (.+)$/.exec(command) ?? [];
    if (ref !== "") commands.push({ from, to, ref });
    if (said !== undefined) capabilities = said.trim().split(" ");
    place += length;
  }
  return { commands, capabilities };
}

/** The answer to a push of which nothing was taken, with the reason for each ref. */
export function refusedPush(
  commands: readonly PushCommand[],
  { reason, capabilities }: { readonly reason: string; readonly capabilities: readonly string[] },
): Buffer {
  const refs = commands.map(({ ref }) => packet(`ng ${ref} ${reason}\n`));
  const report = Buffer.concat([packet("unpack ok\n"), ...refs, FLUSH]);
  if (!capabilities.includes("side-band-64k")) return report;
  return Buffer.concat([packet(Buffer.concat([Buffer.from([1]), report])), FLUSH]);
}

const FLUSH = Buffer.from("0000");

function packet(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string);
  const length = (bytes.length + 4).toString(16).padStart(4, "0");
  return Buffer.concat([Buffer.from(length), bytes]);
}
