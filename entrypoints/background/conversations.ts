import { type ConversationState, noConversation } from "@/lib/contacts/conversation-state";
import { type Identity, identify, type PhoneLink } from "@/lib/contacts/identity";
import { readPhone } from "@/lib/contacts/phone";
import { createMutex } from "@/lib/core/mutex";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CustomerState } from "@/lib/crm/customer-state";
import type { LinkFailure } from "@/lib/messaging/protocol";
import { conversations as states } from "@/lib/platform/conversations";
import { cards, phoneLinks } from "@/lib/platform/database";
import { onPermissionsChanged } from "@/lib/platform/permissions";
import { onTabClosed } from "@/lib/platform/tabs";
import type { PageFacts } from "@/lib/whatsapp/facts";
import type { Services } from "./services";

/** A tab as this worker knows it; lost with the worker, so `states` holds whatever must outlive it. */
type Tab = {
	/** Reports and commands of one tab are handled one after the other. */
	exclusively: ReturnType<typeof createMutex>;
	/** Ends the lookup in progress. */
	lookup?: AbortController;
	/** A number typed for a conversation whose chat id is unknown: good until another chat is opened. */
	unsavedLink?: { name: string; phone: string };
};

export type Conversations = ReturnType<typeof createConversations>;

/** Who is being talked to in each tab, and the lookup of their customer. The last chat opened always wins. */
export function createConversations({ settings, lookUpCustomer }: Services) {
	const tabs = new Map<number, Tab>();
	const tabOf = (tabId: number): Tab => {
		const known = tabs.get(tabId) ?? { exclusively: createMutex() };
		tabs.set(tabId, known);
		return known;
	};

	onTabClosed((tabId) => {
		tabs.get(tabId)?.lookup?.abort();
		tabs.delete(tabId);
		void states.remove(tabId);
	});
	onPermissionsChanged(() => void refreshAll());
	void resume();
	void cards.prune();

	async function get(tabId: number): Promise<ConversationState> {
		return (await states.get(tabId)) ?? noConversation;
	}

	async function reportPage(tabId: number, facts: PageFacts): Promise<void> {
		const tab = tabOf(tabId);
		await tab.exclusively(async () => {
			const before = await get(tabId);
			const identity = await identifyChat(tab, facts);
			const same = sameQuestion(before.identity, identity);
			if (!same) tab.lookup?.abort();
			const state = {
				identity,
				health: facts.health,
				facts,
				customer: same ? before.customer : initialCustomer(identity),
			};
			await states.set(tabId, state);
			if (!same) startLookup(tabId, state, false);
		});
	}

	async function identifyChat(tab: Tab, { chat }: PageFacts): Promise<Identity> {
		const chatId = chat?.chatId?.value;
		const name = chat?.title?.value ?? "";
		if (tab.unsavedLink && tab.unsavedLink.name !== name) tab.unsavedLink = undefined;
		const link: PhoneLink | undefined = chatId
			? await phoneLinks.get(chatId)
			: tab.unsavedLink && { chatId: "", phone: tab.unsavedLink.phone, source: "by-hand" };
		const identity = identify(chat, link);
		// A LID's number is remembered, for the day the page no longer tells it.
		if (
			identity.kind === "contact" &&
			identity.source === "page" &&
			identity.chatId &&
			identity.phone !== link?.phone
		)
			await phoneLinks.put({ chatId: identity.chatId, phone: identity.phone, source: "page" });
		return identity;
	}

	/** Looks the tab's contact up in the background of whatever asked for it; the state tells how far it is. */
	function startLookup(tabId: number, state: ConversationState, force: boolean): void {
		const tab = tabOf(tabId);
		tab.lookup?.abort();
		const { identity } = state;
		if (identity.kind !== "contact") return;
		const controller = new AbortController();
		tab.lookup = controller;
		const report = (customer: CustomerState) => void setCustomer(tabId, customer, controller.signal);
		void settings.read().then(async (read) => {
			const endpoint = read.ok
				? read.value.crm_endpoints.find(({ type }) => type === "sidePanel_CustomerInfo")
				: undefined;
			if (!endpoint) return report({ status: "not-configured" });
			const query = { phone: identity.phone, relatedPhones: identity.relatedPhones };
			await lookUpCustomer(endpoint, query, { signal: controller.signal, force, report });
		});
	}

	async function setCustomer(tabId: number, customer: CustomerState, signal: AbortSignal): Promise<void> {
		await tabOf(tabId).exclusively(async () => {
			if (signal.aborted) return;
			await states.set(tabId, { ...(await get(tabId)), customer });
		});
	}

	async function refresh(tabId: number, force: boolean): Promise<void> {
		await tabOf(tabId).exclusively(async () => startLookup(tabId, await get(tabId), force));
	}

	/** Judges every tab anew, after a setting or a permission has changed. */
	async function refreshAll(): Promise<void> {
		for (const { tabId } of await states.all()) await refresh(tabId, false);
	}

	/** A worker that ended in the middle of a lookup left a state that would wait for ever: take it up again. */
	async function resume(): Promise<void> {
		for (const { tabId, state } of await states.all()) {
			const { customer } = state;
			if (customer.status === "loading" || (customer.status === "ready" && customer.refreshing))
				await refresh(tabId, false);
		}
	}

	async function linkPhone(tabId: number, text: string | null): Promise<Result<null, LinkFailure>> {
		const phone = text === null ? null : readPhone(text);
		if (text !== null && !phone) return fail({ reason: "not-a-phone" });
		const { facts } = await get(tabId);
		if (!facts?.chat) return fail({ reason: "no-conversation" });
		const chatId = facts.chat.chatId?.value;
		if (chatId && phone) await phoneLinks.put({ chatId, phone: phone.e164, source: "by-hand" });
		if (chatId && !phone) await phoneLinks.remove(chatId);
		tabOf(tabId).unsavedLink =
			phone && !chatId ? { name: facts.chat.title?.value ?? "", phone: phone.e164 } : undefined;
		await reportPage(tabId, facts);
		return ok(null);
	}

	return { get, reportPage, refresh, refreshAll, linkPhone };
}

const initialCustomer = (identity: Identity): CustomerState => ({
	status: identity.kind === "contact" ? "loading" : "idle",
});

/** Whether two identities ask the CRM the same question. */
function sameQuestion(before: Identity, after: Identity): boolean {
	if (before.kind !== "contact" || after.kind !== "contact")
		return before.kind === after.kind && after.kind !== "contact";
	return before.phone === after.phone && before.relatedPhones.join() === after.relatedPhones.join();
}
