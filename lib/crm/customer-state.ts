import type { CrmFailure } from "./failure";

/** A card in the cache, by reference: the panel asks for the card itself with `getCard`. Times in ms since the epoch. */
export type CardRef = { key: string; fetchedAt: number };

/** How far the lookup of the open conversation's customer is. A `card` beside a failure is the last good one. */
export type CustomerState =
	| { status: "idle" }
	| { status: "not-configured" }
	| { status: "loading" }
	| { status: "ready"; card: CardRef; refreshing: boolean; stale: boolean }
	| { status: "failed"; failure: CrmFailure; card?: CardRef };
