import { conversationHash, conversationKey } from "@/lib/contacts/conversation-hash";
import { type Identity, identify } from "@/lib/contacts/identity";
import { readPhone } from "@/lib/contacts/phone";
import { createMutex } from "@/lib/core/mutex";
import { ok, type Result } from "@/lib/core/result";
import type { ValueStorage } from "@/lib/core/storage";
import { type ConversationToScan, phonesOfConversation } from "@/lib/detection/phones-of-conversation";
import type { Detection } from "@/lib/detection/preferences";
import { type ForgottenPhone, readTypedPhone, type TypedPhoneFailure } from "@/lib/detection/typed-phone";
import { whatIsNew } from "@/lib/detection/what-is-new";
import { onInstalled } from "@/lib/platform/content-scripts";
import { phoneLinks } from "@/lib/platform/database";
import { alreadySeen, rememberPhones, type SeenPhone, seenPhones } from "@/lib/platform/seen-phones";
import type { SettingsStore } from "@/lib/settings/store";
import { phoneDetected } from "@/lib/webhooks/phone-detected";
import type { MessagesReport } from "@/lib/whatsapp/facts";
import type { OutboxService } from "./outbox";

type DetectionPorts = {
	settings: SettingsStore;
	outbox: OutboxService;
	installedAt: ValueStorage;
	now(): number;
};

export type DetectionService = ReturnType<typeof createDetection>;

/** Finds phone numbers never seen before, and puts an event for each in the outbox. */
export function createDetection({ settings, outbox, installedAt, now }: DetectionPorts) {
	const exclusively = createMutex();
	let installed: Promise<number> | undefined;
	onInstalled(() => void installation());

	/** Noted when the extension is installed, or when it is first asked for. */
	function installation(): Promise<number> {
		installed ??= installedAt.get().then(async (stored) => {
			if (typeof stored === "number") return stored;
			const time = now();
			await installedAt.set(time);
			return time;
		});
		return installed;
	}

	async function preferences(): Promise<Detection | undefined> {
		const read = await settings.read();
		return read.ok ? read.value.detection : undefined;
	}

	/** Remembers what was never seen, with an event where it is to be told. One after the other: nothing is told twice. */
	function take(
		conversation: Omit<ConversationToScan, "region" | "ownPhones">,
		chatId?: string,
	): Promise<void> {
		return exclusively(async () => {
			const detection = await preferences();
			const { identity } = conversation;
			const key = conversationKey(identity, chatId);
			if (!detection || !key) return;
			const ownPhones = detection.own_numbers;
			const sightings = phonesOfConversation({
				...conversation,
				ownPhones,
				...(detection.region !== "" && { region: detection.region }),
			});
			if (sightings.length === 0) return;
			const { remember, announce } = await whatIsNew(sightings, {
				installedAt: await installation(),
				announceHistory: detection.announce_history,
				ownPhones,
				alreadySeen,
			});
			if (remember.length === 0) return;
			const told = (await outbox.wants("phone.detected")) ? new Set(announce) : new Set();
			const about = { conversationHash: await conversationHash(key), contactName: nameOf(identity) };
			const time = now();
			const phones = await Promise.all(
				remember.map(async (sighting): Promise<SeenPhone> => {
					const { phone, source } = sighting;
					return told.has(sighting)
						? { phone, event: await phoneDetected({ ...about, phone, source }, time) }
						: { phone };
				}),
			);
			await outbox.guard(() => rememberPhones(phones, time));
			if (told.size > 0) void outbox.run();
		});
	}

	return {
		/** The contact of an opened conversation. */
		async contactOpened(identity: Identity): Promise<void> {
			if (identity.kind === "contact") await take({ identity, messages: [] }, identity.chatId);
		},

		/** Messages that the page shows. Rejects when their numbers could not be remembered. */
		async messagesShown({ chat, messages }: MessagesReport): Promise<void> {
			const chatId = chat.chatId?.value;
			const identity = identify(chat, chatId ? await phoneLinks.get(chatId) : undefined);
			const scanned = messages.map(({ text, time, arrived }) => ({ text, time, live: arrived }));
			await take({ identity, messages: scanned }, chatId);
		},

		/** Forgets one number, as somebody wrote it: it counts as new when it is seen next. */
		forgetPhone: (text: string): Promise<Result<ForgottenPhone, TypedPhoneFailure>> =>
			exclusively(async () => {
				const read = readTypedPhone(text, (await preferences())?.region ?? "");
				if (!read.ok) return read;
				const phone = read.value;
				const wasKnown = (await alreadySeen([phone])).has(phone);
				await seenPhones.forget(phone);
				return ok({ phone: readPhone(phone)?.display ?? phone, wasKnown });
			}),
	};
}

/** A name that is the number itself says nothing more. */
function nameOf(identity: Identity): string {
	const name = "name" in identity ? identity.name : "";
	return readPhone(name) ? "" : name;
}
