import { createServerModel } from "@/lib/assistant/openai-compatible/model";
import { hasModel } from "@/lib/assistant/settings";
import { costOf, limitReached } from "@/lib/assistant/usage";
import type { Identity } from "@/lib/contacts/identity";
import type { Customer } from "@/lib/crm/customer";
import type { CustomerState } from "@/lib/crm/customer-state";
import type { Card } from "@/lib/crm/lookup";
import type { RecordFromPage } from "@/lib/egress/entry";
import type { Candidate } from "@/lib/followup/candidates";
import { judgeFind } from "@/lib/followup/judge";
import type { RunPorts } from "@/lib/followup/run-ports";
import { hasPermission } from "@/lib/platform/permissions";
import { createStreamHttp } from "@/lib/platform/stream-http";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import type { Services } from "./services";
import { recall } from "./who-is-known";

/** A model that takes longer leaves the find to the rules (docs/decisions/0022-follow-up.md). */
const judgeWithinMs = 20_000;
/** A model that failed so often in a run is asked no more in it. */
const mostFailures = 3;
const productsAsked = 10;

export type AskedServices = Pick<
	Services,
	"settings" | "lookUpCustomer" | "search" | "modelUsage" | "egress" | "now"
>;

/**
 * What the CRM has of the customer of a conversation; null where it cannot be asked about them. With `triesPaused` the first
 * question is asked although the CRM failed before, and is left in peace for a while.
 */
export function createCustomersOf(
	{ settings, lookUpCustomer }: AskedServices,
	{ triesPaused }: { triesPaused: boolean },
): RunPorts["customersOf"] {
	let isFirst = triesPaused;
	return async (candidate) => {
		const endpoint = await storedEndpoint(settings, "sidePanel_CustomerInfo");
		const { question } = await recall(identityOf(candidate));
		if (!endpoint || !question) return null;
		const force = isFirst;
		isFirst = false;
		let customers: readonly Customer[] | null | "failed" = "failed";
		await lookUpCustomer(endpoint, question, {
			signal: new AbortController().signal,
			force,
			report: (state: CustomerState, card?: Card) => {
				// What is kept for the time until the CRM has answered is not asked: an order may be in the answer.
				if (state.status === "ready" && !state.refreshing && card) customers = card.answer.customers;
				if (state.status === "failed")
					customers = state.failure.reason === "customer-not-askable" ? null : "failed";
			},
		});
		return customers;
	};
}

function identityOf({ phone, name, chat: { chatId } }: Candidate): Identity {
	if (phone === undefined) return { kind: "unidentified", name, ...(chatId !== undefined && { chatId }) };
	return {
		kind: "contact",
		name,
		phone,
		phoneDisplay: phone,
		source: "remembered",
		chatId,
		relatedPhones: [],
	};
}

/** The names of products a text may mean. */
export function createProductsOf({ settings, search }: AskedServices): RunPorts["productsOf"] {
	return async (text) => {
		const endpoint = await storedEndpoint(settings, "search_Products");
		if (!endpoint) return [];
		const found = await search(
			endpoint,
			{ query: text, limit: productsAsked },
			{ purpose: { kind: "crm", name: endpoint.type } },
		);
		if (!found.ok || found.value.kind !== "products") return [];
		return found.value.products.flatMap(({ name }) => name ?? []);
	};
}

/** Whether a model is set that finds are shown to. The browser's own model answers pages alone. */
export async function hasJudge({ settings }: Pick<AskedServices, "settings">): Promise<boolean> {
	const read = await settings.read();
	return read.ok && read.value.assistant.provider === "openai-compatible" && hasModel(read.value.assistant);
}

/** A judge for one run: the model server that is set, as long as it answers in time and within the day's limits. */
export function createJudge({ settings, modelUsage, egress, now }: AskedServices): RunPorts["judge"] {
	let failures = 0;
	const record: RecordFromPage = (entry) => {
		const seq = egress.recordEntry(entry);
		return (ended) => void egress.recordEntry(ended, seq);
	};
	const ports = {
		http: createStreamHttp(record, now),
		hasPermission,
		now,
		randomId: () => crypto.randomUUID(),
		purpose: "model",
	} as const;
	return async (taken, { messages, name }) => {
		const read = await settings.read();
		// The browser's own model answers pages alone.
		if (!read.ok || read.value.assistant.provider !== "openai-compatible") return null;
		const { assistant } = read.value;
		const isHeldBack = limitReached(assistant, await modelUsage.today()) !== null;
		if (!hasModel(assistant) || isHeldBack || failures >= mostFailures) return null;
		let used = { inputTokens: 0, outputTokens: 0 };
		const verdict = await judgeFind(createServerModel({ ...assistant, streaming: false }, ports), {
			taken,
			messages,
			name,
			instructions: assistant,
			signal: AbortSignal.timeout(judgeWithinMs),
			used: (usage) => {
				used = usage;
			},
		});
		failures = verdict ? 0 : failures + 1;
		await modelUsage.add({ ...used, cost: costOf(assistant, used), answers: verdict ? 1 : 0 });
		return verdict;
	};
}
