import type { ReceivedRequest } from "./received-request";
import { isVerified } from "./signatures";

/** An event with every request that carried it: retries and duplicates have the same `webhook-id`. */
export type ReceivedEvent = {
	/** Tells entries of this inbox apart. */
	key: string;
	/** Both signatures of every request were right. */
	verified: boolean;
	/** How often it came. */
	count: number;
	/** Whether a request was answered with 2xx. */
	accepted: boolean;
	/** The latest requests, newest first. */
	requests: [ReceivedRequest, ...ReceivedRequest[]];
};

export type Change = { kind: "event"; event: ReceivedEvent } | { kind: "cleared" };

/** More would only fill the page of an inbox that is left open. */
const mostEvents = 500;
const mostRequestsKept = 20;

export type ReceivedEvents = ReturnType<typeof createReceivedEvents>;

/** What came in, newest first. */
export function createReceivedEvents() {
	/** By key; the one that came last stands last. */
	const events = new Map<string, ReceivedEvent>();
	const watchers = new Set<(change: Change) => void>();
	let unnamed = 0;

	function tell(change: Change): void {
		for (const watcher of watchers) watcher(change);
	}

	return {
		add(request: ReceivedRequest): ReceivedEvent {
			const verified = isVerified(request.signatures);
			// What is not verified may claim any id: it never becomes part of an event that is.
			const key = request.id ? `${verified ? "verified" : "other"}:${request.id}` : `unnamed:${++unnamed}`;
			const before = events.get(key);
			const event: ReceivedEvent = {
				key,
				verified,
				count: (before?.count ?? 0) + 1,
				accepted: (before?.accepted ?? false) || request.answer === "200",
				requests: [request, ...(before?.requests ?? []).slice(0, mostRequestsKept - 1)],
			};
			events.delete(key);
			events.set(key, event);
			const [oldest] = events.keys();
			if (events.size > mostEvents && oldest !== undefined) events.delete(oldest);
			tell({ kind: "event", event });
			return event;
		},
		list: (): ReceivedEvent[] => [...events.values()].reverse(),
		clear(): void {
			events.clear();
			tell({ kind: "cleared" });
		},
		/** Calls `watcher` after every change, until what is returned is called. */
		watch(watcher: (change: Change) => void): () => void {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
	};
}

/** The event that `matches`, whether it has come already or comes within `timeoutMs`; undefined when none does. */
export function waitForEvent(
	events: ReceivedEvents,
	matches: (event: ReceivedEvent) => boolean,
	timeoutMs: number,
): Promise<ReceivedEvent | undefined> {
	const known = events.list().find(matches);
	if (known) return Promise.resolve(known);
	return new Promise((resolve) => {
		const end = (event?: ReceivedEvent) => {
			clearTimeout(timer);
			unwatch();
			resolve(event);
		};
		const timer = setTimeout(end, timeoutMs);
		// Whoever waited may be gone; that is no reason to stay.
		timer.unref();
		const unwatch = events.watch((change) => {
			if (change.kind === "event" && matches(change.event)) end(change.event);
		});
	});
}
