import type { WantedCall } from "@/lib/assistant/loop";
import {
	offeredFunctions,
	productSearch,
	productsAsAnswer,
	readProductQuery,
} from "@/lib/assistant/product-search";
import type { CallOutcome } from "@/lib/assistant/run";
import type { Equipment, OpenConversation, SessionPorts } from "@/lib/assistant/session";
import { costOf, hasPrices, limitReached } from "@/lib/assistant/usage";
import { fail, ok } from "@/lib/core/result";
import { modelFunctionOf } from "@/lib/functions/model-function";
import { sendMessage } from "@/lib/messaging/client";
import { internalFailure } from "./internal-failure";
import { uiLanguage } from "./ui-language";
import { readEnabledFunctions } from "./use-functions";
import { openModel } from "./use-model";

/** What the assistant needs of the browser, in the panel of a tab. */
export function assistantPorts(tabId: number): Omit<SessionPorts, "changed"> {
	// The names of the user's own functions at the last question: one of them may be that of the product search.
	let own: ReadonlySet<string> = new Set();
	return {
		async equip(open) {
			const [opened, functions, usage] = await Promise.all([
				openModel(),
				readEnabledFunctions(),
				sendMessage("getModelUsage"),
			]);
			if (!opened.ok) return opened;
			const { model, settings } = opened.value;
			const limit = limitReached(settings, usage.today);
			if (limit) return fail({ reason: "limit-reached", limit });
			own = new Set(functions.map(({ name }) => name));
			const equipment: Equipment = {
				model,
				instructions: settings,
				messages: settings.messages,
				functions: offeredFunctions(functions.map(modelFunctionOf), open),
				cost: (used) => (hasPrices(settings) ? costOf(settings, used) : null),
			};
			return ok(equipment);
		},
		readChat: () => sendMessage("inspectPage", { tabId }),
		async customerContext(question) {
			if (!question) return {};
			return sendMessage("getCustomerContext", { tabId, question, force: false }).catch((error) => ({
				failure: internalFailure(error).failure,
			}));
		},
		callFunction: (call, open) =>
			call.name === productSearch.name && !own.has(call.name)
				? searchProducts(tabId, call).then((outcome) => ({ state: "done", outcome }))
				: requestCall(tabId, call, open),
		approve: (approval) => sendMessage("approveFunctionCall", { approval }),
		refuse: (approval, because) =>
			void sendMessage("refuseFunctionCall", { approval, because }).catch(() => undefined),
		at(time, task) {
			const timer = setTimeout(task, Math.max(0, time - Date.now()));
			return () => clearTimeout(timer);
		},
		noteUsage: (usage, cost) =>
			void sendMessage("noteModelUsage", {
				inputTokens: usage?.inputTokens ?? 0,
				outputTokens: usage?.outputTokens ?? 0,
				cost: cost ?? 0,
				answers: 1,
				...(usage?.estimated && { estimated: usage.estimated }),
			}).catch(() => undefined),
		agentLanguage: uiLanguage(),
		localTime: () => localTime(new Date()),
	};
}

const requestCall = (tabId: number, call: WantedCall, open: OpenConversation) =>
	sendMessage("requestFunctionCall", { ...call, tabId, conversation: open.id });

async function searchProducts(tabId: number, call: WantedCall): Promise<CallOutcome> {
	const query = readProductQuery(call.arguments);
	if (!query.ok) return query;
	const begun = performance.now();
	const found = await sendMessage("searchProducts", { tabId, query: query.value }).catch(internalFailure);
	if (!found.ok) return fail({ reason: "product-search", failure: found.failure });
	const ms = Math.round(performance.now() - begun);
	return ok({ status: 200, text: productsAsAnswer(found.value), cut: false, ms });
}

/** `YYYY-MM-DDTHH:mm`, as messages have it. */
function localTime(date: Date): string {
	const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 16);
}
