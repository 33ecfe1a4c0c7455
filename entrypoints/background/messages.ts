import { fail, ok } from "@/lib/core/result";
import { askPage } from "@/lib/messaging/ask-page";
import { sendMessage } from "@/lib/messaging/client";
import { handle } from "@/lib/messaging/server";
import { cards } from "@/lib/platform/database";
import { whatsappTabs } from "@/lib/platform/tabs";
import type { Conversations } from "./conversations";
import { noteMessages } from "./follow-up-after";
import type { Services } from "./services";

/** The messages of panel and content script. */
export function setupMessages(services: Services, conversations: Conversations): void {
	const { settings, detection, keeping } = services;
	const selectorOverrides = async () => {
		const read = await settings.read();
		return read.ok ? read.value.selector_overrides : {};
	};
	handle("startReading", selectorOverrides);
	handle("getSelectorOverrides", selectorOverrides);
	handle("reportPage", (facts, { tabId }) => conversations.reportPage(tabId, facts));
	handle("reportMessages", async (report) => {
		await Promise.all([
			detection.messagesShown(report),
			keeping.messagesShown(report),
			noteMessages(services, report),
		]);
	});
	handle("getConversation", ({ tabId }) => conversations.get(tabId));
	handle("getCard", async ({ key }) => {
		const card = await cards.get(key);
		return card ? { answer: card.answer, fetchedAt: card.fetchedAt } : null;
	});
	handle("refreshCustomer", ({ tabId, force }) => conversations.refresh(tabId, force));
	handle("linkPhone", ({ tabId, name, phone }) => conversations.linkPhone(tabId, name, phone));
	handle("decideCustomer", ({ tabId, key, decision }) => conversations.decide(tabId, key, decision));
	handle("undoDecision", ({ records }) => conversations.undoDecision(records));
	// A tab that was open before the extension was installed has no content script yet.
	handle("inspectPage", ({ tabId }) => askPage("readConversation", undefined, tabId).catch(() => null));
	handle("insertIntoChat", ({ tabId, ...input }) =>
		askPage("insertText", input, tabId).catch(() => "no-page"),
	);
	handle("setSelectorOverrides", async (overrides) => {
		const updated = await settings.update(
			(current) => ({ ...current, selector_overrides: overrides }),
			"selectors",
		);
		if (!updated.ok) return fail(updated.failure);
		for (const tab of await whatsappTabs())
			await sendMessage("useSelectors", overrides, tab).catch(() => null);
		return ok(null);
	});
}
