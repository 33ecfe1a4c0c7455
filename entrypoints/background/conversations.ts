import { type ConversationState, noConversation, type TypedPhone } from "@/lib/contacts/conversation-state";
import type { Decision, IdentityRecord } from "@/lib/contacts/customer-link";
import { type Identity, identify } from "@/lib/contacts/identity";
import { type IdentityKey, identityKeys } from "@/lib/contacts/identity-key";
import { readPhone } from "@/lib/contacts/phone";
import { createMutex, type Mutex } from "@/lib/core/mutex";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Customer } from "@/lib/crm/customer";
import type { CustomerState } from "@/lib/crm/customer-state";
import type { Card } from "@/lib/crm/lookup";
import { sendMessage } from "@/lib/messaging/client";
import type { LinkFailure } from "@/lib/messaging/protocol";
import { conversations as states } from "@/lib/platform/conversations";
import { customerLinks } from "@/lib/platform/customer-links";
import { cards, phoneLinks } from "@/lib/platform/database";
import { onPermissionsChanged } from "@/lib/platform/permissions";
import { onSettingsChanged } from "@/lib/platform/storage";
import { onTabClosed } from "@/lib/platform/tabs";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import type { PageFacts } from "@/lib/whatsapp/facts";
import type { Services } from "./services";
import { phoneLinkOf, recall, remember, rememberPhone } from "./who-is-known";

/** A tab as this worker knows it; lost with the worker, so `states` holds whatever must outlive it. */
type Tab = {
	/** What `states` holds, once it was read. */
	state?: ConversationState;
	/** Reports and commands of one tab are handled one after the other. */
	exclusively: Mutex;
	/** Ends the lookup in progress. */
	lookup?: AbortController;
};

/** Nobody sees so short a wait, in ms; a card that is kept, or comes at once, is there by then. */
const heldBackMs = 50;

export type Conversations = ReturnType<typeof createConversations>;

/** Who is being talked to in each tab, and the lookup of their customer. The last chat opened always wins. */
export function createConversations({
	settings,
	lookUpCustomer,
	matchPhone,
	now,
	onContact,
	onCustomers,
}: Pick<Services, "settings" | "lookUpCustomer" | "matchPhone" | "now"> & {
	/** Called with the contact of every conversation that is opened, and again after a worker has ended. */
	onContact(identity: Identity): void;
	/** Called with what the CRM answers about whom a conversation is with. */
	onCustomers?(identity: Identity, customers: readonly Customer[]): void;
}) {
	const tabs = new Map<number, Tab>();
	const tabOf = (tabId: number): Tab => {
		const known = tabs.get(tabId) ?? { exclusively: createMutex() };
		tabs.set(tabId, known);
		return known;
	};

	onTabClosed((tabId) => {
		const tab = tabOf(tabId);
		const leave = () => tab.lookup?.abort();
		leave();
		// Behind whatever is still being judged of it, which may have begun another.
		void tab.exclusively(async () => {
			leave();
			tabs.delete(tabId);
			await states.remove(tabId);
		});
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

	/** Holds back what only says that the customer is being fetched: it would cost a frame in front of the card. */
	async function saveUnlessReplaced(tabId: number, state: ConversationState): Promise<void> {
		tabOf(tabId).state = state;
		await after(heldBackMs);
		if (tabs.get(tabId)?.state === state) await states.set(tabId, state);
	}

	async function reportPage(tabId: number, facts: PageFacts): Promise<void> {
		// Awaited outside, so that the next report and the lookup do not wait for the disk.
		const { written } = await tabOf(tabId).exclusively(() =>
			judge(tabId, facts, { saveLoading: saveUnlessReplaced }),
		);
		await written;
	}

	/**
	 * Decides anew who the conversation is with. Runs exclusively; `typed` replaces the number typed by hand, and
	 * `saveLoading` saves a state whose customer is about to be fetched.
	 */
	async function judge(
		tabId: number,
		facts: PageFacts,
		{ typed, saveLoading = save }: { typed?: TypedPhone | null; saveLoading?: typeof save } = {},
	): Promise<{ written: Promise<unknown> }> {
		const before = await get(tabId);
		const typedPhone = stillValid(typed === undefined ? before.typedPhone : typed, facts);
		const phoneLink = await phoneLinkOf(facts, typedPhone);
		const identity = identify(facts.chat, phoneLink);
		const { known, question } = await recall(identity);
		const same = JSON.stringify(before.question) === JSON.stringify(question);
		const customer: CustomerState = same ? before.customer : { status: question ? "loading" : "idle" };
		const state = { identity, health: facts.health, facts, customer, typedPhone, known, question };
		if (!same) startLookup(tabId, state, false);
		if (!same) onContact(identity);
		const saved = !same && question ? saveLoading(tabId, state) : save(tabId, state);
		return { written: Promise.all([saved, rememberPhone(identity, phoneLink)]) };
	}

	/** Decides anew about the chat that is open, after what is remembered has changed. */
	async function judgeAgain(tabId: number): Promise<void> {
		const { facts } = await get(tabId);
		if (facts) await (await judge(tabId, facts)).written;
	}

	/** Asks the tab's question in the background of whatever asked for it; the state tells how far it is. */
	function startLookup(tabId: number, { question, identity }: ConversationState, force: boolean): void {
		const tab = tabOf(tabId);
		tab.lookup?.abort();
		if (!question) return;
		const controller = new AbortController();
		tab.lookup = controller;
		const report = (customer: CustomerState, card?: Card) => {
			if (card) sendCard(tabId, card);
			void setCustomer(tabId, customer, controller.signal);
			if (customer.status !== "ready" || customer.refreshing || !card) return;
			onCustomers?.(identity, card.answer.customers);
			if (!card.answer.found) void findOwner(tabId, controller.signal).catch(() => undefined);
		};
		const lookUp = async () => {
			const endpoint = await storedEndpoint(settings, "sidePanel_CustomerInfo");
			if (!endpoint) return report({ status: "not-configured" });
			await lookUpCustomer(endpoint, question, { signal: controller.signal, force, report });
		};
		// A bug must not leave the panel waiting for ever.
		lookUp().catch((error: unknown) =>
			report({ status: "failed", failure: { reason: "internal", detail: String(error) } }),
		);
	}

	/** The CRM knows nobody by this question: whoever has exactly the contact's number may be found by a search. */
	async function findOwner(tabId: number, signal: AbortSignal): Promise<void> {
		const { exclusively } = tabOf(tabId);
		const learned = await matchPhone(await get(tabId), { signal, exclusively });
		if (learned && !signal.aborted) await exclusively(() => judgeAgain(tabId));
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

	/** Asks anew in every tab, after a setting or a permission has changed. */
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

	/** `name`: of whom the number is said to be, as the panel shows it. The chat may be another by now. */
	async function linkPhone(
		tabId: number,
		name: string,
		text: string | null,
	): Promise<Result<null, LinkFailure>> {
		const phone = text === null ? null : readPhone(text);
		if (text !== null && !phone) return fail({ reason: "not-a-phone" });
		return tabOf(tabId).exclusively(async () => {
			const { facts } = await get(tabId);
			if (!facts?.chat || titleOf(facts) !== name) return fail({ reason: "no-conversation" });
			const chatId = facts.chat.chatId?.value;
			if (chatId && phone) await phoneLinks.put({ chatId, phone: phone.e164, source: "by-hand" });
			if (chatId && !phone) await phoneLinks.remove(chatId);
			const typed = phone && !chatId ? { name, phone: phone.e164 } : null;
			const { written } = await judge(tabId, facts, { typed });
			await written;
			return ok(null);
		});
	}

	/** Takes down who the person of a key is, or is not; gives what was remembered before. */
	async function decide(
		tabId: number,
		key: IdentityKey,
		decision: Decision,
	): Promise<Result<IdentityRecord[], { reason: "other-conversation" }>> {
		const decided = await tabOf(tabId).exclusively(async () => {
			const { identity } = await get(tabId);
			if (identityKeys(identity)[0] !== key) return fail({ reason: "other-conversation" } as const);
			return ok(await remember(identity, decision, { at: now() }));
		});
		if (decided.ok) await judgeAll();
		return decided;
	}

	async function undoDecision(records: IdentityRecord[]): Promise<void> {
		await customerLinks.put(records);
		await judgeAll();
	}

	/** Judges every tab anew, after what is remembered of customers has changed. */
	async function judgeAll(): Promise<void> {
		for (const { tabId } of await states.all()) await tabOf(tabId).exclusively(() => judgeAgain(tabId));
	}

	/** Forgets who is in which tab. A tab is known again when its page reports the next change. */
	async function forget(): Promise<void> {
		const stored = await states.all();
		// A state that is held back is not stored yet.
		for (const tabId of new Set([...stored.map((one) => one.tabId), ...tabs.keys()]))
			await tabOf(tabId).exclusively(async () => {
				const tab = tabOf(tabId);
				tab.lookup?.abort();
				tab.state = undefined;
				await states.remove(tabId);
			});
	}

	return { get, reportPage, refresh, linkPhone, decide, undoDecision, judgeAll, forget };
}

/** A typed number belongs to the chat it was typed for: another title is another chat. */
const stillValid = (typed: TypedPhone | null, facts: PageFacts): TypedPhone | null =>
	typed?.name === titleOf(facts) ? typed : null;

const titleOf = ({ chat }: PageFacts): string => chat?.title?.value ?? "";

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A panel that is not open, or not yet, gets the card when it asks for it. */
function sendCard(tabId: number, { key, answer, fetchedAt }: Card): void {
	void sendMessage("showCard", { tabId, key, card: { answer, fetchedAt } }).catch(() => undefined);
}
