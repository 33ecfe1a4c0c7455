import { type ConversationState, noConversation, type TypedPhone } from "@/lib/contacts/conversation-state";
import { type Identity, identify, type PhoneLink } from "@/lib/contacts/identity";
import { readPhone } from "@/lib/contacts/phone";
import { createMutex } from "@/lib/core/mutex";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CustomerState } from "@/lib/crm/customer-state";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { Card } from "@/lib/crm/lookup";
import { sendMessage } from "@/lib/messaging/client";
import type { LinkFailure } from "@/lib/messaging/protocol";
import { conversations as states } from "@/lib/platform/conversations";
import { cards, phoneLinks } from "@/lib/platform/database";
import { onPermissionsChanged } from "@/lib/platform/permissions";
import { onSettingsChanged } from "@/lib/platform/storage";
import { onTabClosed } from "@/lib/platform/tabs";
import type { PageFacts } from "@/lib/whatsapp/facts";
import type { Services } from "./services";

/** A tab as this worker knows it; lost with the worker, so `states` holds whatever must outlive it. */
type Tab = {
	/** What `states` holds, once it was read. */
	state?: ConversationState;
	/** Reports and commands of one tab are handled one after the other. */
	exclusively: ReturnType<typeof createMutex>;
	/** Ends the lookup in progress. */
	lookup?: AbortController;
};

export type Conversations = ReturnType<typeof createConversations>;

/** Who is being talked to in each tab, and the lookup of their customer. The last chat opened always wins. */
export function createConversations({
	settings,
	lookUpCustomer,
	onContact,
}: Pick<Services, "settings" | "lookUpCustomer"> & {
	/** Called with the contact of every conversation that is opened, and again after a worker has ended. */
	onContact(identity: Identity): void;
}) {
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
	onSettingsChanged((touched) => {
		// Cards are the answers of one endpoint. Other settings change no card.
		if (touched("crm_endpoints")) void cards.clear().then(refreshAll);
	});
	void resume();
	void cards.prune();

	async function get(tabId: number): Promise<ConversationState> {
		const tab = tabOf(tabId);
		if (tab.state) return tab.state;
		const stored = await states.get(tabId);
		// Another state may have been saved meanwhile, and then it is the newer one.
		tab.state ??= stored ?? noConversation;
		return tab.state;
	}

	/** The panel learns of a state by its being stored. States are stored in the order of the calls. */
	function save(tabId: number, state: ConversationState): Promise<void> {
		tabOf(tabId).state = state;
		return states.set(tabId, state);
	}

	async function reportPage(tabId: number, facts: PageFacts): Promise<void> {
		// Awaited outside, so that the next report and the lookup do not wait for the disk.
		const { written } = await tabOf(tabId).exclusively(() => judge(tabId, facts));
		await written;
	}

	/** Decides anew who the conversation is with. Runs exclusively; `typed` replaces the number typed by hand. */
	async function judge(
		tabId: number,
		facts: PageFacts,
		typed?: TypedPhone | null,
	): Promise<{ written: Promise<unknown> }> {
		const before = await get(tabId);
		const typedPhone = stillValid(typed === undefined ? before.typedPhone : typed, facts);
		const link = await findLink(facts, typedPhone);
		const identity = identify(facts.chat, link);
		const same = sameQuestion(before.identity, identity);
		const customer = same ? before.customer : initialCustomer(identity);
		const state = { identity, health: facts.health, facts, customer, typedPhone };
		if (!same) startLookup(tabId, state, false);
		if (!same) onContact(identity);
		return { written: Promise.all([save(tabId, state), rememberPhone(identity, link)]) };
	}

	async function findLink(
		{ chat }: PageFacts,
		typedPhone: TypedPhone | null,
	): Promise<PhoneLink | undefined> {
		const chatId = chat?.chatId?.value;
		if (chatId) return phoneLinks.get(chatId);
		return typedPhone ? { chatId: "", phone: typedPhone.phone, source: "by-hand" } : undefined;
	}

	/** A LID's number is remembered, for the day the page no longer tells it. */
	async function rememberPhone(identity: Identity, link: PhoneLink | undefined): Promise<void> {
		if (identity.kind !== "contact" || identity.source !== "page" || !identity.chatId) return;
		if (identity.phone !== link?.phone)
			await phoneLinks.put({ chatId: identity.chatId, phone: identity.phone, source: "page" });
	}

	/** Looks the tab's contact up in the background of whatever asked for it; the state tells how far it is. */
	function startLookup(tabId: number, { identity }: ConversationState, force: boolean): void {
		const tab = tabOf(tabId);
		tab.lookup?.abort();
		if (identity.kind !== "contact") return;
		const controller = new AbortController();
		tab.lookup = controller;
		const report = (customer: CustomerState, card?: Card) => {
			if (card) sendCard(tabId, card);
			void setCustomer(tabId, customer, controller.signal);
		};
		const lookUp = async () => {
			const endpoint = await customerEndpoint();
			if (!endpoint) return report({ status: "not-configured" });
			const query = { phone: identity.phone, relatedPhones: identity.relatedPhones };
			await lookUpCustomer(endpoint, query, { signal: controller.signal, force, report });
		};
		// A bug must not leave the panel waiting for ever.
		lookUp().catch((error: unknown) =>
			report({ status: "failed", failure: { reason: "internal", detail: String(error) } }),
		);
	}

	async function customerEndpoint(): Promise<Endpoint | undefined> {
		const read = await settings.read();
		return read.ok
			? read.value.crm_endpoints.find(({ type }) => type === "sidePanel_CustomerInfo")
			: undefined;
	}

	async function setCustomer(tabId: number, customer: CustomerState, signal: AbortSignal): Promise<void> {
		await tabOf(tabId).exclusively(async () => {
			if (signal.aborted) return;
			const state = await get(tabId);
			const known = customer.status === "loading" && state.customer.status === "loading";
			if (!known) void save(tabId, { ...state, customer });
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
			const { customer, identity } = state;
			onContact(identity);
			if (customer.status === "loading" || (customer.status === "ready" && customer.refreshing))
				await refresh(tabId, false);
		}
	}

	async function linkPhone(tabId: number, text: string | null): Promise<Result<null, LinkFailure>> {
		const phone = text === null ? null : readPhone(text);
		if (text !== null && !phone) return fail({ reason: "not-a-phone" });
		return tabOf(tabId).exclusively(async () => {
			const { facts } = await get(tabId);
			if (!facts?.chat) return fail({ reason: "no-conversation" });
			const chatId = facts.chat.chatId?.value;
			if (chatId && phone) await phoneLinks.put({ chatId, phone: phone.e164, source: "by-hand" });
			if (chatId && !phone) await phoneLinks.remove(chatId);
			const typed = phone && !chatId ? { name: facts.chat.title?.value ?? "", phone: phone.e164 } : null;
			const { written } = await judge(tabId, facts, typed);
			await written;
			return ok(null);
		});
	}

	/** Forgets who is in which tab. A tab is known again when its page reports the next change. */
	async function forget(): Promise<void> {
		for (const { tabId } of await states.all())
			await tabOf(tabId).exclusively(async () => {
				const tab = tabOf(tabId);
				tab.lookup?.abort();
				tab.state = undefined;
				await states.remove(tabId);
			});
	}

	return { get, reportPage, refresh, linkPhone, forget };
}

const initialCustomer = (identity: Identity): CustomerState => ({
	status: identity.kind === "contact" ? "loading" : "idle",
});

/** A typed number belongs to the chat it was typed for: another title is another chat. */
function stillValid(typed: TypedPhone | null, { chat }: PageFacts): TypedPhone | null {
	return typed?.name === (chat?.title?.value ?? "") ? typed : null;
}

/** A panel that is not open, or not yet, gets the card when it asks for it. */
function sendCard(tabId: number, { key, answer, fetchedAt }: Card): void {
	void sendMessage("showCard", { tabId, key, card: { answer, fetchedAt } }).catch(() => undefined);
}

/** Whether two identities ask the CRM the same question. */
function sameQuestion(before: Identity, after: Identity): boolean {
	if (before.kind !== "contact" || after.kind !== "contact")
		return before.kind === after.kind && after.kind !== "contact";
	return before.phone === after.phone && before.relatedPhones.join() === after.relatedPhones.join();
}
