import { isFresh } from "@/lib/core/is-fresh";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CustomerAnswer } from "./customer";
import type { CardRef, CustomerState } from "./customer-state";
import { type Endpoint, endpointFingerprint } from "./endpoint";
import { defaultCacheTtlS } from "./endpoint-type";
import { permissionPattern } from "./endpoint-url";
import type { CrmFailure } from "./failure";
import { createGuardedCall, type GuardedCallPorts } from "./guarded-call";
import { asksForLinked, type CustomerQuery, customerParameters } from "./request";

/** A customer answer as cached. Times in ms since the epoch. */
export type Card = { key: string; answer: CustomerAnswer; fetchedAt: number };

export type CardCache = { get(key: string): Promise<Card | undefined>; put(card: Card): Promise<void> };

export type LookupPorts = GuardedCallPorts & {
	cards: CardCache;
	hasPermission(pattern: string): Promise<boolean>;
};

/** Cards differ by endpoint and by everything that is asked for. */
export function cardKey(endpoint: Endpoint, query: CustomerQuery): string {
	const { phone, relatedPhones, customerId, linkedPhone } = query;
	const known = linkedPhone === undefined || [phone, ...relatedPhones].includes(linkedPhone);
	return JSON.stringify([
		endpointFingerprint(endpoint),
		phone ?? null,
		relatedPhones,
		customerId ?? null,
		...(known ? [] : [linkedPhone]),
	]);
}

/**
 * Finds the customer behind a phone or an id: stale-while-revalidate over a cache, and never the same request twice in
 * flight. `report` is told each state in turn; nothing is reported after `signal` aborts, and a request nobody
 * waits for any more is cancelled. `force` asks the CRM even when the cached card is fresh.
 */
export function createCustomerLookup(ports: LookupPorts) {
	const { cards, hasPermission, now } = ports;
	const call = createGuardedCall(ports);
	const shared = createSharedFlights<Result<Card, CrmFailure>>();

	return async function lookUp(
		endpoint: Endpoint,
		query: CustomerQuery,
		options: { signal: AbortSignal; force: boolean; report(state: CustomerState, card?: Card): void },
	): Promise<void> {
		const key = cardKey(endpoint, query);
		const pattern = permissionPattern(new URL(endpoint.url));
		const [kept, permitted] = await Promise.all([cards.get(key), hasPermission(pattern)]);
		const cached = kept && tellsOf(query, endpoint, kept.answer) ? kept : undefined;
		const report = (state: CustomerState, shown?: Card) => {
			if (!options.signal.aborted) options.report(state, shown);
		};

		const card: CardRef | undefined = cached && { key, fetchedAt: cached.fetchedAt };
		if (!permitted)
			return report({ status: "failed", failure: { reason: "permission-missing", origin: pattern }, card });
		const ttlMs = (endpoint.cache_ttl_s ?? defaultCacheTtlS) * 1000;
		const fresh = kept !== undefined && isFresh(kept.fetchedAt, now(), ttlMs);
		// A request for nobody in particular could be answered with anybody.
		const cannotAsk = query.phone === undefined && !asksForLinked(query, endpoint);
		if (cannotAsk || (kept && !cached && fresh && !options.force))
			return report({ status: "failed", failure: { reason: "customer-not-askable" }, card });
		if (card && fresh && !options.force)
			return report({ status: "ready", card, refreshing: false, stale: false }, cached);
		report(card ? { status: "ready", card, refreshing: true, stale: !fresh } : { status: "loading" }, cached);

		if (options.signal.aborted) return;
		const result = await shared.join(key, options.signal, (signal) =>
			fetchCard(endpoint, query, key, { signal, force: options.force }),
		);
		if (result.ok)
			report(
				{
					status: "ready",
					card: { key, fetchedAt: result.value.fetchedAt },
					refreshing: false,
					stale: false,
				},
				result.value,
			);
		else report({ status: "failed", failure: result.failure, card });
	};

	async function fetchCard(
		endpoint: Endpoint,
		query: CustomerQuery,
		key: string,
		options: { signal: AbortSignal; force: boolean },
	): Promise<Result<Card, CrmFailure>> {
		const purpose = { kind: "crm", name: endpoint.type } as const;
		const called = await call(endpoint, customerParameters(query, endpoint), { ...options, purpose });
		if (!called.ok) return called;
		if (called.value.kind !== "customers")
			return fail({ reason: "internal", detail: `${endpoint.type} has no card` });
		const { kind: _, ...customers } = called.value;
		const card: Card = { key, answer: customers, fetchedAt: now() };
		// Not waited for: the card is passed on, and a cache that cannot be written costs no more than the next request.
		void cards.put(card).catch(() => undefined);
		return tellsOf(query, endpoint, card.answer) ? ok(card) : fail({ reason: "customer-not-askable" });
	}
}

/** Whether an answer tells of whom was meant: that nobody has the contact's own number says nothing of a linked customer. */
const tellsOf = (query: CustomerQuery, endpoint: Endpoint, { found }: CustomerAnswer): boolean =>
	found || asksForLinked(query, endpoint);

/** Work in flight by key: whoever asks for the same key joins it, and when the last one leaves it is cancelled. */
function createSharedFlights<T>() {
	type Flight = { result: Promise<T>; controller: AbortController; waiting: number };
	const flights = new Map<string, Flight>();

	return {
		/** `signal` must not have aborted yet. */
		async join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
			const flight = flights.get(key) ?? take(key, start);
			flight.waiting++;
			const leave = () => {
				if (--flight.waiting > 0) return;
				// Gone from the map at once: who comes next must not join a flight that is being cancelled.
				if (flights.get(key) === flight) flights.delete(key);
				flight.controller.abort();
			};
			signal.addEventListener("abort", leave, { once: true });
			try {
				return await flight.result;
			} finally {
				signal.removeEventListener("abort", leave);
			}
		},
	};

	function take(key: string, start: (signal: AbortSignal) => Promise<T>): Flight {
		const controller = new AbortController();
		const result = start(controller.signal).finally(() => {
			if (flights.get(key) === flight) flights.delete(key);
		});
		const flight: Flight = { result, controller, waiting: 0 };
		flights.set(key, flight);
		return flight;
	}
}
