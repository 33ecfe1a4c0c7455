import { noConversation } from "@/lib/contacts/conversation-state";
import type { Identity } from "@/lib/contacts/identity";
import type { Http } from "@/lib/core/http";
import { ok } from "@/lib/core/result";
import { createApprovals } from "@/lib/functions/approvals";
import type { MadeCall } from "@/lib/functions/call-log";
import type { FunctionCall } from "@/lib/functions/call-request";
import { type CustomFunction, customFunctionSchema } from "@/lib/functions/definition";
import { createFunctionCalls } from "@/lib/functions/function-calls";
import { memoryValue } from "../../fixtures/memory-storage";

const parameters = {
	type: "object",
	properties: { order_id: { type: "string" } },
	required: ["order_id"],
};

/** A function as it is set. */
export const define = (more: object = {}): CustomFunction =>
	customFunctionSchema.parse({
		name: "change_order",
		endpoint: "https://api.example/orders/{order_id}",
		method: "POST",
		parameters,
		auth: { type: "header", fields: { "X-Key": "s3cret" } },
		...more,
	});

export const contact = (phone: string): Identity => ({
	kind: "contact",
	name: "Ana",
	phone,
	phoneDisplay: phone,
	source: "chat-id",
	relatedPhones: [],
});

/** Functions as the background calls them, with everything around them in the hands of the test. */
export function createFunctionWorld(...definitions: CustomFunction[]) {
	const pending = memoryValue();
	let ids = 0;
	const world = {
		time: 1_000_000,
		definitions,
		identity: contact("+34600000001") as Identity,
		permitted: true,
		pending,
		sent: [] as { request: Parameters<Http>[0]; options: Parameters<Http>[1] }[],
		answer: (async () => ok({ status: 200, contentType: "application/json", text: '{"ok":true}' })) as Http,
		kept: [] as MadeCall[],
		/** The calls, made anew as by a worker that was ended in between. */
		calls: () =>
			createFunctionCalls({
				definitions: async () => structuredClone(world.definitions),
				conversation: async () => ({ ...noConversation, identity: world.identity }),
				approvals: createApprovals({
					storage: pending,
					now: () => world.time,
					randomId: () => `id-${++ids}`,
				}),
				hasPermission: async () => world.permitted,
				http: (request, options) => {
					world.sent.push({ request, options });
					return world.answer(request, options);
				},
				now: () => world.time,
				record: (call) => world.kept.push(call),
			}),
		call: (more: Partial<FunctionCall> = {}): FunctionCall => ({
			tabId: 1,
			conversation: "phone:+34600000001",
			name: "change_order",
			arguments: '{"order_id":"A1"}',
			tainted: false,
			...more,
		}),
		/** Asks for a call that has to wait; gives what a person is shown. */
		async waiting(more: Partial<FunctionCall> = {}) {
			const state = await world.calls().request(world.call(more));
			if (state.state !== "waiting") throw new Error(`It did not wait: ${JSON.stringify(state)}`);
			return state.request;
		},
	};
	return world;
}
