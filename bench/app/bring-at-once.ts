import { connect } from "node:net";
import { type Delivery, headersOf } from "./deliveries.ts";

export interface Answered {
  readonly status: number;
  /** From when the delivery was sent on an open connection until its answer came, in milliseconds. */
  readonly time: number;
}

interface Place {
  readonly host: string;
  readonly port: number;
}

/**
 * Makes ready to bring deliveries at once, each on a connection of its own as from as many senders.
 * What is sent is ready before the first goes out, and nothing of HTTP is done here: what this process
 * took for that would count as the time of the answers that it has no time to read.
 */
export function bringAtOnce(
  deliveries: readonly Delivery[],
  to: string,
): () => readonly Promise<Answered>[] {
  const { hostname: host, port, pathname } = new URL(to);
  const messages = deliveries.map((delivery) => {
    const headers = { ...headersOf(delivery), host, "content-length": delivery.body.length };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST ${pathname} HTTP/1.1\r\n${lines.join("")}\r\n`;
    return Buffer.concat([Buffer.from(head), delivery.body]);
  });
  return () => messages.map((message) => bringOne(message, { host, port: Number(port) }));
}

function bringOne(message: Buffer, to: Place): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...to, noDelay: true });
    let begun = Number.NaN;
    socket.on("connect", () => {
      begun = performance.now();
      socket.write(message);
    });
    socket.once("data", (answer) => {
      const [, status = ""] = /^HTTP\/1\.1 (\d{3}) /.exec(answer.toString("latin1")) ?? [];
      resolve({ status: Number(status), time: performance.now() - begun });
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("end", () => reject(new Error("a delivery was not answered")));
  });
}
