import { type Identity, identify } from "@/lib/contacts/identity";
import { regionOf } from "@/lib/contacts/phone";
import { createMutex } from "@/lib/core/mutex";
import type { ValueStorage } from "@/lib/core/storage";
import { conversationHash, conversationKey } from "@/lib/detection/conversation";
import { findPhones } from "@/lib/detection/find-phones";
import { isHistory } from "@/lib/detection/history";
import type { Detection } from "@/lib/detection/preferences";
import { onInstalled } from "@/lib/platform/content-scripts";
import { phoneLinks } from "@/lib/platform/database";
import { alreadySeen, rememberPhones, type SeenPhone } from "@/lib/platform/seen-phones";
import type { SettingsStore } from "@/lib/settings/store";
import { type DetectedPhone, phoneDetected } from "@/lib/webhooks/phone-detected";
import type { MessagesReport } from "@/lib/whatsapp/facts";
import type { OutboxService } from "./outbox";

type DetectionPorts = {
	settings: SettingsStore;
	outbox: OutboxService;
	installedAt: ValueStorage;
	now(): number;
};

/** A number that was met, and whether it may be told, or is of the time before Chatside. */
type Met = DetectedPhone & { old: boolean };

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

	/** Remembers what was never met, with an event where one is wanted. One after the other: nothing is told twice. */
	function remember(met: readonly Met[]): Promise<void> {
		return exclusively(async () => {
			const seen = await alreadySeen(met.map(({ phone }) => phone));
			const fresh = met.filter(
				({ phone }, index) => !seen.has(phone) && met.findIndex((other) => other.phone === phone) === index,
			);
			if (fresh.length === 0) return;
			const wanted = await outbox.wants("phone.detected");
			const time = now();
			const phones = await Promise.all(
				fresh.map(async ({ old, ...detected }): Promise<SeenPhone> => {
					const { phone } = detected;
					return wanted && !old ? { phone, event: await phoneDetected(detected, time) } : { phone };
				}),
			);
			await outbox.guard(() => rememberPhones(phones, time));
			void outbox.run();
		});
	}

	return {
		/** The contact of an opened conversation. */
		async contactOpened(identity: Identity): Promise<void> {
			if (identity.kind !== "contact") return;
			const { phone, name } = identity;
			const detection = await preferences();
			if (!detection || detection.own_numbers.includes(phone)) return;
			await remember([
				{
					phone,
					conversationHash: await conversationHash(phone),
					source: "contact",
					contactName: name === phone ? "" : name,
					old: false,
				},
			]);
		},

		/** Numbers written in messages that the page shows. Rejects when they could not be remembered. */
		async messagesShown({ chat, messages }: MessagesReport): Promise<void> {
			const chatId = chat.chatId?.value;
			const identity = identify(chat, chatId ? await phoneLinks.get(chatId) : undefined);
			const key = conversationKey(identity, chatId);
			const detection = await preferences();
			if (!key || !detection) return;
			const contactRegion = identity.kind === "contact" ? regionOf(identity.phone) : undefined;
			const regions = [detection.region, contactRegion].filter((region): region is string => Boolean(region));
			const found = messages.flatMap(({ text, ...message }) =>
				text === null
					? []
					: findPhones(text, { regions, own: detection.own_numbers }).map(({ phone }) => ({
							phone,
							message,
						})),
			);
			if (found.length === 0) return;
			const [hash, since] = [await conversationHash(key), await installation()];
			const contactName = "name" in identity ? identity.name : "";
			await remember(
				found.map(({ phone, message }) => ({
					phone,
					conversationHash: hash,
					source: "message",
					contactName,
					old: !detection.announce_history && isHistory(message, since),
				})),
			);
		},
	};
}
