import { z } from "@/lib/core/schema";
import type { CrmFailure } from "./failure";
import { failureSentence } from "./failure-sentence";

/** So many failures in a row disable an endpoint (docs/contract.md, section 2, health). */
export const failuresToDisable = 5;
const firstPauseMs = 60_000;
const longestPauseMs = 3_600_000;
const latenciesKept = 100;

export const endpointHealthSchema = z.object({
	consecutiveErrors: z.number().int().min(0),
	lastSuccessAt: z.number().optional(),
	lastError: z.object({ at: z.number(), reason: z.string(), message: z.string() }).optional(),
	/** Of the last successful calls, oldest first, in ms. */
	latencies: z.array(z.number()),
	/** Until then, in ms since the epoch, the endpoint is not called; afterwards one call at a time tries it. */
	disabledUntil: z.number().optional(),
	/** How often it was disabled in a row: each time for twice as long. */
	pauses: z.number().int().min(0),
});
/** What is known of an endpoint from its calls. */
export type EndpointHealth = z.infer<typeof endpointHealthSchema>;

export const healthyEndpoint: EndpointHealth = { consecutiveErrors: 0, latencies: [], pauses: 0 };

export function afterSuccess(health: EndpointHealth, at: number, latencyMs: number): EndpointHealth {
	const { disabledUntil: _, ...others } = health;
	return {
		...others,
		consecutiveErrors: 0,
		pauses: 0,
		lastSuccessAt: at,
		latencies: [...health.latencies, latencyMs].slice(-latenciesKept),
	};
}

export function afterFailure(health: EndpointHealth, at: number, failure: CrmFailure): EndpointHealth {
	const consecutiveErrors = health.consecutiveErrors + 1;
	const failed = {
		...health,
		consecutiveErrors,
		lastError: { at, reason: failure.reason, message: failureSentence(failure) },
	};
	if (consecutiveErrors < failuresToDisable) return failed;
	const pause = Math.min(firstPauseMs * 2 ** health.pauses, longestPauseMs);
	return { ...failed, disabledUntil: at + pause, pauses: health.pauses + 1 };
}

/** Whether a failure says something about the endpoint; the others are Chatside's own, or the user's. */
export function countsAgainstEndpoint({ reason }: CrmFailure): boolean {
	switch (reason) {
		case "unreachable":
		case "interrupted":
		case "timeout":
		case "redirected":
		case "http-status":
		case "too-large":
		case "not-json":
		case "truncated-json":
		case "unreadable-answer":
			return true;
		case "invalid-url":
		case "insecure-url":
		case "permission-missing":
		case "endpoint-disabled":
		case "customer-not-askable":
		case "cancelled":
		case "mapping":
		case "internal":
			return false;
	}
}
