import { setTimeout as delay } from "node:timers/promises";
import { holdsWithin } from "./fault";
import { messageWith, phoneAt } from "./phones";
import type { Profile } from "./profile";
import { areSeen } from "./queue";

/** The chats of the demo that numbers are written in. */
const chats = ["lucia", "marco", "emma", "ortega", "ana"] as const;

/** The numbers of each chat, in the order they were written. */
export type Written = string[][];

type Flow = {
	count: number;
	/** The first number of the series; two flows have different ones. */
	from?: number;
	pauseMs?: number;
	/** In so many chats, one after the other. */
	inChats?: number;
};

/** Customers write `count` messages with a new number each. Ends when the page has them, not when they are stored. */
export async function writeNumbers(
	profile: Profile,
	{ count, from = 0, pauseMs = 10, inChats = chats.length }: Flow,
): Promise<Written> {
	const written: Written = [];
	const each = Math.ceil(count / inChats);
	for (const [index, key] of chats.slice(0, inChats).entries()) {
		const phones = Array.from({ length: Math.max(0, Math.min(each, count - index * each)) }, (_, place) =>
			phoneAt(from + index * each + place),
		);
		written.push(phones);
		await profile.openChat(key);
		for (const [place, phone] of phones.entries()) {
			const text = messageWith(phone, place);
			await profile.chat().evaluate(([chat, said]) => window.demo.receive(chat, said), [key, text] as const);
			if (pauseMs > 0) await delay(pauseMs);
		}
	}
	return written;
}

/** Customers write numbers, and every one of them is stored with its event. */
export async function storeNumbers(profile: Profile, flow: Flow): Promise<Written> {
	const written = await writeNumbers(profile, flow);
	const stored = await holdsWithin(120_000, () => areSeen(profile, written.flat()));
	if (!stored) throw new Error("Numbers that were written are not stored after two minutes.");
	return written;
}
