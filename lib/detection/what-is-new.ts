import { readPhone } from "@/lib/contacts/phone";
import type { Message } from "@/lib/whatsapp/facts";

/** A phone number that was seen, and where. */
export type Sighting =
	/** The contact of a conversation the user opened. */
	| { source: "contact"; phone: string }
	/** Written in a message. */
	| {
			source: "message";
			phone: string;
			/** The message's own time, as the page reader gives it (local, to the minute); null when it has none. */
			time: Message["time"];
			/** True when the message arrived while the conversation was being watched. */
			live: boolean;
	  };

export type WhatIsNewOptions = {
	/** When Chatside was installed in this profile, ms since the epoch. */
	installedAt: number;
	/** The user's choice to be told of numbers in old messages as well. */
	announceHistory: boolean;
	/** E.164 */
	ownPhones: readonly string[];
	/** Which of these numbers (E.164) this profile has ever seen. Called once a batch, and not for an empty one. */
	alreadySeen: (phones: readonly string[]) => Promise<ReadonlySet<string>>;
};

export type WhatIsNew = {
	/** Never seen before: to be marked as seen, those to be announced included. Each phone once, in order of sighting. */
	remember: Sighting[];
	/** Those of `remember` to make an event of, in the same transaction as the mark. */
	announce: Sighting[];
};

/**
 * Decides what to do about the numbers of one batch. New is what this profile has never seen; messages older than the
 * installation are history, and so is a message without a time that did not arrive before our eyes: reading an old
 * chat must not flood the receiver. Of several sightings of a phone the contact counts first, then a message that is
 * no history. What is no phone is left out. Rejects only when `alreadySeen` does.
 */
export async function whatIsNew(
	sightings: readonly Sighting[],
	{ installedAt, announceHistory, ownPhones, alreadySeen }: WhatIsNewOptions,
): Promise<WhatIsNew> {
	const own = new Set(ownPhones);
	const best = new Map<string, Sighting>();
	for (const sighting of sightings) {
		const { phone } = sighting;
		const known = best.get(phone);
		if (own.has(phone) || (!known && !isPhone(phone))) continue;
		if (!known || rank(sighting, installedAt) > rank(known, installedAt)) best.set(phone, sighting);
	}
	if (best.size === 0) return { remember: [], announce: [] };
	const seen = await alreadySeen([...best.keys()]);
	const remember = [...best.values()].filter(({ phone }) => !seen.has(phone));
	return {
		remember,
		announce: remember.filter((sighting) => announceHistory || rank(sighting, installedAt) > 0),
	};
}

/** 2 for a contact, 1 for a message that is no history, 0 for history. */
function rank(sighting: Sighting, installedAt: number): 0 | 1 | 2 {
	if (sighting.source === "contact") return 2;
	return isHistory(sighting, installedAt) ? 0 : 1;
}

const minute = 60_000;

/** The page gives minutes only: in the minute of the installation, what arrived before our eyes is no history. */
function isHistory({ time, live }: { time: string | null; live: boolean }, installedAt: number): boolean {
	// Without a zone, as the page's times are, this reads local time.
	const moment = time === null ? Number.NaN : Date.parse(time);
	if (Number.isNaN(moment)) return !live;
	const installedMinute = Math.floor(installedAt / minute) * minute;
	return moment < installedMinute || (moment === installedMinute && !live);
}

const isPhone = (phone: string) => readPhone(phone)?.e164 === phone;
