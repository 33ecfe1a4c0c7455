import type { Clock } from "@/lib/core/clock";
import { isFresh } from "@/lib/core/is-fresh";
import { jsonBytes } from "@/lib/core/json-bytes";
import { createMutex } from "@/lib/core/mutex";
import type { Result } from "@/lib/core/result";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import type { Endpoint } from "./endpoint";
import { defaultCacheTtlS } from "./endpoint-type";
import type { CrmFailure } from "./failure";
import { cardKey } from "./lookup";
import type { EndpointAnswer } from "./read-answer";
import { asksForLinked, type CustomerQuery, customerParameters, type Parameters } from "./request";

const contextSchema = z.object({ key: z.string(), fetchedAt: z.number(), value: z.unknown() });

/** What the assistant is told of a conversation's customer: a JSON object or a text, and when the CRM said it (ms). */
export type CustomerContext = z.infer<typeof contextSchema>;

/** What there is to show: the latest context, and why there is no newer one. */
export type ContextAnswer = { context?: CustomerContext; failure?: CrmFailure };

/** The area that outlives the worker is small: the oldest go. */
const mostBytes = 2 * 1024 * 1024;

export type ContextCache = ReturnType<typeof createContextCache>;

/** The contexts of the last conversations that were asked for, for as long as the browser runs. */
export function createContextCache(storage: ValueStorage) {
	const exclusively = createMutex();
	let clears = 0;
	const all = async (): Promise<CustomerContext[]> => {
		// It is no setting: what cannot be read of it is asked for again.
		const parsed = z.array(contextSchema).safeParse(await storage.get());
		return parsed.success ? parsed.data : [];
	};
	return {
		all,
		get: async (key: string) => (await all()).find((context) => context.key === key),
		/** Begins keeping one. What is given to the result is kept, unless all was cleared meanwhile. */
		begin() {
			const before = clears;
			return (context: CustomerContext) =>
				exclusively(async () => {
					if (clears !== before) return;
					const others = (await all()).filter(({ key }) => key !== context.key);
					await storage.set(newestWithin(mostBytes, [...others, context])).catch(() => undefined);
				});
		},
		clear() {
			clears++;
			return exclusively(() => storage.set(undefined));
		},
	};
}

function newestWithin(bytes: number, contexts: CustomerContext[]): CustomerContext[] {
	let left = bytes;
	return contexts
		.toReversed()
		.filter((context) => {
			const size = jsonBytes(context);
			if (size > left) return false;
			left -= size;
			return true;
		})
		.reverse();
}

type ContextPorts = {
	/** Asks an endpoint, as `createEndpointSearch` does. */
	ask(
		endpoint: Endpoint,
		parameters: Parameters,
		signal: AbortSignal,
	): Promise<Result<EndpointAnswer, CrmFailure>>;
	contexts: ContextCache;
	now: Clock;
};

/**
 * Gets what the assistant is told of a customer: kept as long as it is fresh (the endpoint's `cache_ttl_s`) and not
 * `force`d, else from the CRM. When that fails, what was kept is given along with the reason.
 */
export function createContextLookup({ ask, contexts, now }: ContextPorts) {
	return async function lookUp(
		endpoint: Endpoint,
		query: CustomerQuery,
		{ force, signal }: { force: boolean; signal: AbortSignal },
	): Promise<ContextAnswer> {
		if (query.phone === undefined && !asksForLinked(query, endpoint))
			return { failure: { reason: "customer-not-askable" } };
		const key = cardKey(endpoint, query);
		const kept = await contexts.get(key);
		const ttlMs = (endpoint.cache_ttl_s ?? defaultCacheTtlS) * 1000;
		if (!force && kept && isFresh(kept.fetchedAt, now(), ttlMs)) return { context: kept };
		const keep = contexts.begin();
		const asked = await ask(endpoint, customerParameters(query, endpoint), signal);
		if (!asked.ok) return { context: kept, failure: asked.failure };
		const value = asked.value.kind === "context" ? asked.value.context : null;
		const context = { key, fetchedAt: now(), value };
		await keep(context);
		return { context };
	};
}
