import { fail, ok, type Result } from "@/lib/core/result";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { OutboxPorts, OutboxReceiver } from "./outbox";

/** Why nothing can go out now: a person, or the network, has to change it. `origin` is the pattern to be allowed. */
export type Obstacle =
	| { reason: "off" }
	| { reason: "permission-missing"; origin: string }
	| { reason: "offline" };

/** Where events can go now. */
export async function findTarget({
	receiver: read,
	hasPermission,
	isOnline,
}: Pick<OutboxPorts, "receiver" | "hasPermission" | "isOnline">): Promise<Result<OutboxReceiver, Obstacle>> {
	const receiver = await read();
	if (!receiver) return fail({ reason: "off" });
	const origin = permissionPattern(new URL(receiver.url));
	if (!(await hasPermission(origin))) return fail({ reason: "permission-missing", origin });
	return isOnline(receiver.url) ? ok(receiver) : fail({ reason: "offline" });
}
