import { contextOf } from "@/lib/assistant/context";
import { type LoopPorts, runLoop } from "@/lib/assistant/loop";
import {
	offeredFunctions,
	productSearch,
	productsAsAnswer,
	readProductQuery,
} from "@/lib/assistant/product-search";
import { promptOf } from "@/lib/assistant/prompt";
import type { Run } from "@/lib/assistant/run";
import { isTainted } from "@/lib/assistant/taint";
import { noConversation } from "@/lib/contacts/conversation-state";
import type { Http } from "@/lib/core/http";
import { fail, ok } from "@/lib/core/result";
import { foundProducts } from "@/lib/crm/found-products";
import { readProductsAnswer } from "@/lib/crm/read-products-answer";
import { createApprovals } from "@/lib/functions/approvals";
import type { ApprovalRequest, FunctionCallState } from "@/lib/functions/call-request";
import { conversationId } from "@/lib/functions/conversation-id";
import { createFunctionCalls } from "@/lib/functions/function-calls";
import { modelFunctionOf } from "@/lib/functions/model-function";
import { createHttp } from "@/lib/platform/http";
import { defaultSettings, settingsSchema } from "@/lib/settings/schema";
import { createSettingsStore } from "@/lib/settings/store";
import { memoryStorage, memoryValue } from "../../fixtures/memory-storage";
import { contact } from "../functions/function-world";
import { functionsAt } from "./injection-functions";
import { type Place, scene } from "./injection-scenes";
import { obedientModel } from "./obedient-model";
import type { ShopServer } from "./shop-server";

export const phone = "+34612345678";

/**
 * Everything between a model and the user's systems as it is in the product; only the model and the people are the
 * test's. `refunds` are further fields of the function that sends refunds.
 */
export async function createInjectionWorld(shop: ShopServer, refunds: object = {}) {
	const settings = createSettingsStore({
		storage: memoryStorage({
			settings: settingsSchema.parse({
				...defaultSettings,
				custom_functions: functionsAt(shop.url, refunds),
			}),
		}),
		managed: async () => ({}),
		now: Date.now,
	});
	const stored = async () => {
		const read = await settings.read();
		if (!read.ok) throw new Error("The settings of the test cannot be read.");
		return read.value;
	};
	const state = { ...noConversation, identity: contact(phone) };
	const hosts = new Set<string>();
	const http: Http = (request, options) => {
		hosts.add(new URL(request.url).host);
		return createHttp(() => () => undefined, Date.now)(request, options);
	};
	const calls = createFunctionCalls({
		definitions: async () => (await stored()).custom_functions,
		conversation: async () => state,
		approvals: createApprovals({
			storage: memoryValue(),
			now: Date.now,
			randomId: () => crypto.randomUUID(),
		}),
		hasPermission: async () => true,
		http,
		now: Date.now,
		record: () => undefined,
	});

	async function searchProducts(input: string): Promise<Awaited<ReturnType<LoopPorts["callFunction"]>>> {
		const query = readProductQuery(input);
		if (!query.ok) return { state: "done", outcome: query };
		const asked = await http(
			{ url: `${shop.url}/products`, method: "GET", headers: {}, timeoutMs: 5_000 },
			{
				maxBytes: 1e6,
				signal: new AbortController().signal,
				purpose: { kind: "crm", name: "search_Products" },
			},
		);
		const read = readProductsAnswer(asked.ok ? JSON.parse(asked.value.text) : null);
		if (!read.ok) throw new Error("The shop's products cannot be read.");
		return {
			state: "done",
			outcome: ok({ status: 200, text: productsAsAnswer(foundProducts(read.value)), cut: false, ms: 1 }),
		};
	}

	return {
		settings: stored,
		hosts,
		/** What a person's click does. */
		approve: calls.approve,
		/** Has the obedient model answer with a stranger's words in that place. `person`: what the agent does when asked. */
		async run(
			place: Place,
			words: string,
			person: (
				request: ApprovalRequest,
			) => Promise<Awaited<ReturnType<LoopPorts["awaitApproval"]>>> = async ({ approval }) => {
				await calls.refuse(approval, "refused");
				return fail({ reason: "refused" });
			},
		): Promise<{ run: Run; wanted: { name: string; arguments: string }[]; asked: ApprovalRequest[] }> {
			shop.said = words;
			const { task, messages, facts } = scene(place, words);
			const context = contextOf(messages, facts, 30);
			const functions = offeredFunctions(
				(await stored()).custom_functions.filter(({ enabled }) => enabled).map(modelFunctionOf),
				{ products: true },
			);
			const { model, wanted } = obedientModel();
			const asked: ApprovalRequest[] = [];
			const run = await runLoop(
				{
					messages: promptOf({
						task,
						context,
						functions,
						instructions: { tone: "", language: "", policies: "" },
						agentLanguage: "en",
						localTime: "2026-11-28T10:05",
					}),
					functions,
					tainted: isTainted(context),
					signal: new AbortController().signal,
				},
				{
					model,
					callFunction: (call) =>
						call.name === productSearch.name
							? searchProducts(call.arguments)
							: (calls.request({
									tabId: 1,
									conversation: conversationId(state),
									...call,
								}) as Promise<FunctionCallState>),
					async awaitApproval(request) {
						asked.push(request);
						return person(request);
					},
					tell: () => undefined,
				},
			);
			return { run, wanted, asked };
		},
	};
}
