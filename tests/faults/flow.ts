import { setTimeout as delay } from "node:timers/promises";
import { messageWith, phoneAt } from "./phones";
import type { Profile } from "./profile";

/** The chats of the demo that numbers are written in. */
const chats = ["lucia", "marco", "emma", "ortega", "ana"] as const;

/**
 * Customers write `count` messages with a new number each, in several chats one after the other. Gives the numbers by
 * chat, in the order they were written; those of `from` on, so that two flows have different ones.
 */
export async function writeNumbers(
	profile: Profile,
	{ count, from = 0, pauseMs = 10 }: { count: number; from?: number; pauseMs?: number },
): Promise<string[][]> {
	const written: string[][] = [];
	const each = Math.ceil(count / chats.length);
	for (const [index, key] of chats.entries()) {
		const phones = Array.from({ length: Math.max(0, Math.min(each, count - index * each)) }, (_, place) =>
			phoneAt(from + index * each + place),
		);
		written.push(phones);
		await profile.chat().evaluate((chat) => window.demo.open(chat), key);
		// The first messages of a chat are its history; what follows arrives.
		await delay(1_500);
		for (const [place, phone] of phones.entries()) {
			const text = messageWith(phone, place);
			await profile.chat().evaluate(([chat, said]) => window.demo.receive(chat, said), [key, text] as const);
			await delay(pauseMs);
		}
	}
	// The last ones are told within a second, and again a second later when nobody took them.
	await delay(3_000);
	return written;
}
