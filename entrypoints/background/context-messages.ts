import { createLatest } from "@/lib/core/latest";
import { createContextLookup } from "@/lib/crm/customer-context";
import { handle } from "@/lib/messaging/server";
import { onSettingsChanged } from "@/lib/platform/storage";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import type { Conversations } from "./conversations";
import type { Services } from "./services";

const type = "ai_CustomerInitialInfo";

/** The message that tells what the assistant knows of the customer. Asked for by whoever looks, not with every chat. */
export function setupContextMessages(
	{ settings, search, contexts, now }: Services,
	conversations: Conversations,
): void {
	const latest = createLatest();
	const lookUp = createContextLookup({
		ask: (endpoint, parameters, signal) =>
			search(endpoint, parameters, { signal, purpose: { kind: "crm", name: type } }),
		contexts,
		now,
	});
	// They are the answers of one endpoint.
	onSettingsChanged((touched) => {
		if (touched("crm_endpoints")) void contexts.clear();
	});

	handle("getCustomerContext", ({ tabId, question, force }) =>
		latest.run(String(tabId), async (signal) => {
			const [endpoint, state] = await Promise.all([storedEndpoint(settings, type), conversations.get(tabId)]);
			// Another conversation was opened meanwhile.
			if (!endpoint || JSON.stringify(state.question) !== JSON.stringify(question)) return {};
			return lookUp(endpoint, question, { force, signal });
		}),
	);
}
