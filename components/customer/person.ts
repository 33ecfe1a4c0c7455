import type { Identity } from "@/lib/contacts/identity";

/** Whoever a conversation is with, as a card shows them: not everybody who is linked has a number. */
export type Person = {
	name: string;
	/** E.164 */
	phone?: string;
	/** The same number as people write it. */
	phoneDisplay?: string;
	/** The number was typed by hand. */
	byHand: boolean;
};

/** The person of a conversation with one; undefined for everything else. */
export function personOf(identity: Identity): Person | undefined {
	switch (identity.kind) {
		case "contact": {
			const { name, phone, phoneDisplay, source } = identity;
			return { name, phone, phoneDisplay, byHand: source === "by-hand" };
		}
		case "unidentified":
			return { name: identity.name, byHand: false };
		case "none":
		case "identifying":
		case "group":
		case "not-a-conversation":
			return undefined;
	}
}
