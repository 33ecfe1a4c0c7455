import { vi } from "vitest";
import type { Http, HttpFailure, HttpResponse } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CustomerState } from "@/lib/crm/customer-state";
import type { Endpoint } from "@/lib/crm/endpoint";
import { createHealthRecord } from "@/lib/crm/health-record";
import { type Card, cardKey, createCustomerLookup } from "@/lib/crm/lookup";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { memoryValue } from "../../fixtures/memory-storage";

export const endpoint: Endpoint = {
	type: "sidePanel_CustomerInfo",
	url: "https://crm.example.com/c",
	method: "GET",
};
export const query = { phone: "+34612345678", relatedPhones: [] };
export const key = cardKey(endpoint, query);
export const startTime = Date.parse("2026-03-04T12:00:00Z");

/** Lets everything that is ready run; nothing here waits for a clock. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

type Pending = {
	signal: AbortSignal | undefined;
	answer(name: string): void;
	fail(failure: HttpFailure): void;
	reject(error: Error): void;
};

/** A lookup whose CRM answers when the test says so, with a cache in memory and a clock that stands still. */
export function createLookupWorld() {
	const requests: Pending[] = [];
	const http = vi.fn<Http>(
		(_request, { signal }) =>
			new Promise<Result<HttpResponse, HttpFailure>>((resolve, reject) => {
				signal?.addEventListener("abort", () => resolve(fail({ reason: "cancelled" })), { once: true });
				requests.push({
					signal,
					answer: (name) =>
						resolve(
							ok({
								status: 200,
								contentType: "application/json",
								text: JSON.stringify({ found: true, customer: { name } }),
							}),
						),
					fail: (failure) => resolve(fail(failure)),
					reject,
				});
			}),
	);
	const store = new Map<string, Card>();
	const cards = {
		get: vi.fn(async (cardKey: string) => store.get(cardKey)),
		put: vi.fn(async (card: Card) => void store.set(card.key, card)),
	};
	const world = {
		requests,
		http,
		store,
		cards,
		time: startTime,
		permitted: true,
		/** The request number `index` (from 0), which must have been sent. */
		request(index = 0): Pending {
			const request = requests[index];
			if (!request) throw new Error(`There was no request ${index}.`);
			return request;
		},
		cache(ageMs: number, name = "Cached"): void {
			const answer = {
				found: true,
				customers: [],
				more: [],
				problems: [{ path: "", found: name, expected: "text" as const }],
			};
			store.set(key, { key, answer, fetchedAt: world.time - ageMs });
		},
		look(options: { force?: boolean; endpoint?: Endpoint; signal?: AbortSignal } = {}) {
			const states: CustomerState[] = [];
			const controller = new AbortController();
			const done = lookUp(options.endpoint ?? endpoint, query, {
				signal: options.signal ?? controller.signal,
				force: options.force ?? false,
				report: (state) => states.push(state),
			});
			return { states, done, abort: () => controller.abort() };
		},
	};
	const lookUp = createCustomerLookup({
		http,
		mapping: { run: evaluateJob },
		cards,
		hasPermission: async () => world.permitted,
		health: createHealthRecord(memoryValue(), () => world.time),
		now: () => world.time,
	});
	return world;
}
