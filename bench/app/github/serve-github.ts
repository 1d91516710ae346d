import { GitHubServer } from "./github-server.ts";
import type { Order } from "./orders.ts";

/** The GitHub of the measurements as a process of its own. Orders come over the channel of whoever started it. */
const github = await GitHubServer.start();
process.send?.({ address: github.address });
// Whoever started it is gone.
process.on("disconnect", () => process.exit());
process.on("message", (order: Order) => process.send?.({ id: order.id, said: obey(order) }));

function obey(order: Order): unknown {
  switch (order.kind) {
    case "lay":
      github.lay(order);
      return null;
    case "push":
      return github.push(order.pulls);
    case "look":
      return github.look(order.anew);
  }
}
