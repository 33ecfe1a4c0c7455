import type { BridgeError } from "@/bridge/src/wire";
import { fail, ok, type Result } from "@/lib/core/result";
import type { ToolContext } from "@/lib/tools/context";
import { callTool } from "@/lib/tools/registry";
import type { DeliveryRow } from "@/lib/webhooks/delivery-filter";

const unknownResource = -32002;
/** More deliveries than anybody looks through. */
export const mostDeliveries = 50;

const list = [
	{
		uri: "chatside://contract",
		name: "contract",
		title: "Chatside's contract",
		description: "What Chatside calls and what it accepts: tools, endpoints, webhooks, functions.",
		mimeType: "text/markdown",
	},
	{
		uri: "chatside://health",
		name: "health",
		title: "Health of the CRM endpoints",
		description: "What get_crm_health_status answers.",
		mimeType: "application/json",
	},
	{
		uri: "chatside://deliveries",
		name: "deliveries",
		title: "Recent webhook deliveries",
		description: `The last ${mostDeliveries} events: when they were stored, and how sending them went. Without what they say.`,
		mimeType: "application/json",
	},
] as const;

/** The resources as `resources/list` of MCP tells them. */
export const resources: readonly object[] = list;

export type ResourcePorts = {
	tools: ToolContext;
	/** The text of docs/contract.md. */
	contract(): Promise<string>;
	/** The newest deliveries first, at most so many. */
	deliveries(limit: number): Promise<DeliveryRow[]>;
};

/** The answer to `resources/read` of MCP (specification of 2025-06-18, server features, resources). */
export async function readResource(
	{ tools, contract, deliveries }: ResourcePorts,
	uri: string,
): Promise<Result<unknown, BridgeError>> {
	const wanted = list.find((one) => one.uri === uri);
	if (!wanted)
		return fail({
			code: unknownResource,
			message: `There is no resource "${uri}". Resources: ${list.map((one) => one.uri).join(", ")}.`,
			data: { uri },
		});
	const { mimeType } = wanted;
	const text = await textOf(wanted.name);
	return ok({ contents: [{ uri, mimeType, text }] });

	async function textOf(name: (typeof list)[number]["name"]): Promise<string> {
		switch (name) {
			case "contract":
				return contract();
			case "health": {
				const response = await callTool(tools, "mcp-client", { name: "get_crm_health_status" });
				return asText("result" in response ? response.result.structuredContent : response.error);
			}
			case "deliveries":
				return asText({ deliveries: (await deliveries(mostDeliveries)).map(told) });
		}
	}
}

const asText = (value: unknown) => JSON.stringify(value, null, 2);

const iso = (ms: number) => new Date(ms).toISOString();

/**
 * What is told of a delivery. Neither the body nor the phone, the name, the address or the answer: programs find out
 * whether their receiver works, not who the customers are.
 */
function told({ id, event, status, storedAt, dueAt, attemptCount, settledAt, lastAttempt }: DeliveryRow) {
	return {
		id,
		event,
		status,
		stored_at: iso(storedAt),
		attempts: attemptCount,
		...(settledAt !== undefined && { settled_at: iso(settledAt) }),
		...(dueAt !== undefined && { next_attempt_at: iso(dueAt) }),
		...(lastAttempt && {
			last_attempt: {
				at: iso(lastAttempt.startedAt),
				...(lastAttempt.latencyMs !== undefined && { latency_ms: lastAttempt.latencyMs }),
				...(lastAttempt.status !== undefined && { status: lastAttempt.status }),
				...(lastAttempt.failure && { failure: lastAttempt.failure.reason }),
			},
		}),
	};
}
