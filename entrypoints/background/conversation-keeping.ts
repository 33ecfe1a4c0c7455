import { conversationHash, conversationKey } from "@/lib/contacts/conversation-hash";
import { type Identity, identify } from "@/lib/contacts/identity";
import { createMutex } from "@/lib/core/mutex";
import { type Forgotten, type KeptConversation, messageToKeep } from "@/lib/followup/kept-conversation";
import { askPage } from "@/lib/messaging/ask-page";
import { handle } from "@/lib/messaging/server";
import { everyDay } from "@/lib/platform/alarms";
import { allowAnalysis, mayBeAnalysed, refuseAnalysis } from "@/lib/platform/analysis-consent";
import { phoneLinks } from "@/lib/platform/database";
import { followUps } from "@/lib/platform/follow-ups";
import { keepMessages } from "@/lib/platform/keep-messages";
import { pruneMessages } from "@/lib/platform/kept-messages";
import { followUpsChangedValue, onSettingsChanged } from "@/lib/platform/storage";
import type { SettingsStore } from "@/lib/settings/store";
import { chatRefOf } from "@/lib/whatsapp/chat-ref";
import type { ChatFacts, MessagesReport } from "@/lib/whatsapp/facts";
import type { Conversations } from "./conversations";
import type { Services } from "./services";

const nothing: Forgotten = { messages: 0, followUps: 0 };

export type ConversationKeeping = ReturnType<typeof createConversationKeeping>;

/** Keeps the messages that the page shows, as long as the user has set. To be made when the worker starts. */
export function createConversationKeeping({ settings, now }: { settings: SettingsStore; now(): number }) {
	// A setting that says less is kept waits for what is being stored, and nothing is stored behind it.
	const exclusively = createMutex();
	const listeners = new Set<(conversation: KeptConversation) => void>();

	/** Undefined when the settings cannot be read: then nothing is kept, and nothing deleted. */
	async function keepDays(): Promise<number | undefined> {
		const read = await settings.read();
		return read.ok ? read.value.followup.keep_messages_days : undefined;
	}

	const prune = (): Promise<void> =>
		exclusively(async () => {
			const days = await keepDays();
			if (days === undefined) return;
			await pruneMessages(days, now());
			await followUps.prune(days, now());
		}).catch(() => undefined);

	everyDay("prune-kept-messages", () => void prune());
	onSettingsChanged((touched) => {
		if (touched("followup")) void prune();
	});

	return {
		/** Messages that the page shows. What cannot be stored is not kept. */
		messagesShown: ({ chat, messages }: MessagesReport): Promise<void> =>
			exclusively(async () => {
				const days = await keepDays();
				if (!days) return;
				const identity = await identityOf(chat);
				const [conversation, formerly] = await hashesOf(identity, chat.chatId?.value);
				if (conversation === undefined) return;
				const kept = await keepMessages(messages.map(messageToKeep), {
					of: {
						conversation,
						chat: chatRefOf(chat),
						name: "name" in identity ? identity.name : "",
						...(identity.kind === "contact" && { phone: identity.phone }),
					},
					...(formerly !== undefined && { formerly }),
					keepDays: days,
					now: now(),
				});
				if (kept) for (const tell of listeners) tell(kept);
			}).catch(() => undefined),

		/** Calls `listener` with every conversation that has new messages, as it is kept then. */
		onKept(listener: (conversation: KeptConversation) => void): void {
			listeners.add(listener);
		},

		/** Forgets what is kept of a conversation, and keeps no more of it; or keeps what comes. */
		async decide(hashes: readonly string[], analyse: boolean): Promise<Forgotten> {
			const forgotten = await exclusively(async () => {
				if (!analyse) return refuseAnalysis(hashes, now());
				await allowAnalysis(hashes);
				return nothing;
			});
			if (forgotten.followUps > 0) await followUpsChangedValue.set(now());
			return forgotten;
		},
	};
}

/** The messages about whether a conversation is kept and analysed. */
export function setupAnalysisConsent({ keeping }: Services, conversations: Conversations): void {
	async function hashesInTab(tabId: number): Promise<string[]> {
		const { identity, facts } = await conversations.get(tabId);
		if (!facts?.chat) return [];
		const chatId = facts.chat.chatId?.value;
		const [known, kept] = await Promise.all([
			hashesOf(identity, chatId),
			// A number typed for a chat without an id is none of its messages' own.
			hashesOf(await identityOf(facts.chat), chatId),
		]);
		return [...new Set([...known, ...kept])];
	}

	handle("getAnalysisConsent", async ({ tabId }) => {
		const hashes = await hashesInTab(tabId);
		return hashes.length === 0 ? null : mayBeAnalysed(hashes);
	});
	handle("setAnalysisConsent", async ({ tabId, analyse }) => {
		const hashes = await hashesInTab(tabId);
		if (hashes.length === 0) return nothing;
		const forgotten = await keeping.decide(hashes, analyse);
		if (!analyse) return forgotten;
		// The page tells each message once: those it shows already are asked for.
		const shown = await askPage("readConversation", undefined, tabId).catch(() => null);
		if (!shown?.facts.chat?.settled) return forgotten;
		const messages = shown.messages.map((message) => ({ ...message, arrived: false }));
		await keeping.messagesShown({ chat: shown.facts.chat, messages });
		return forgotten;
	});
}

/** Whom messages of a chat are with. */
async function identityOf(chat: ChatFacts): Promise<Identity> {
	const chatId = chat.chatId?.value;
	return identify(chat, chatId ? await phoneLinks.get(chatId) : undefined);
}

/**
 * The hash of a conversation, and the one it went by before its phone was known, if there is one. None for what is no
 * conversation with one person: what several people write is not kept.
 */
async function hashesOf(identity: Identity, chatId: string | undefined): Promise<string[]> {
	const key = identity.kind === "group" ? null : conversationKey(identity, chatId);
	if (!key || (key.phone === undefined && key.chatId === "")) return [];
	const hash = await conversationHash(key);
	const formerly = chatId === undefined ? hash : await conversationHash({ chatId });
	return formerly === hash ? [hash] : [hash, formerly];
}
