import type { Clock } from "@/lib/core/clock";
import { createMutex } from "@/lib/core/mutex";
import { fail, ok, type Result } from "@/lib/core/result";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import { type Endpoint, endpointFingerprint } from "./endpoint";
import type { CrmFailure } from "./failure";
import {
	afterFailure,
	afterSuccess,
	countsAgainstEndpoint,
	type EndpointHealth,
	endpointHealthSchema,
	healthyEndpoint,
} from "./health";

/** How a call went, for the record. */
export type CallOutcome = { ok: true } | { ok: false; failure: CrmFailure };

export type HealthRecord = {
	/**
	 * Asks to call an endpoint. A disabled one refuses, but for one trial at a time once its pause is over, and for
	 * `force`, the user's own wish. The caller says how the call went, once.
	 */
	begin(
		endpoint: Endpoint,
		options: { force: boolean },
	): Promise<Result<(outcome: CallOutcome) => void, CrmFailure>>;
	/** What is known of an endpoint. */
	of(endpoint: Endpoint): Promise<EndpointHealth>;
	/** Forgets what was recorded of endpoints of these types; of all without any. */
	reset(types?: readonly string[]): Promise<void>;
};

const storedSchema = z.record(z.string(), endpointHealthSchema);
/** Endpoints that were set once leave their record behind; the oldest go. */
const mostEndpoints = 20;

/**
 * The health of CRM endpoints, which outlives the worker. Read once, kept in memory and written behind: the way from the
 * chat to the card does not wait for a disk. A changed URL or method is another endpoint, and starts healthy.
 */
export function createHealthRecord(storage: ValueStorage, now: Clock): HealthRecord {
	const exclusively = createMutex();
	const trials = new Set<string>();
	const known = storage.get().then((stored) => {
		// It is no setting: what cannot be read of it is forgotten.
		const parsed = storedSchema.safeParse(stored);
		return new Map(parsed.success ? Object.entries(parsed.data) : []);
	});
	const save = async () => {
		const entries = [...(await known)].slice(-mostEndpoints);
		await exclusively(() => storage.set(Object.fromEntries(entries)).catch(() => undefined));
	};
	const of = async (endpoint: Endpoint) =>
		(await known).get(endpointFingerprint(endpoint)) ?? healthyEndpoint;

	return {
		of,
		async begin(endpoint, { force }) {
			const key = endpointFingerprint(endpoint);
			const { disabledUntil, lastError } = await of(endpoint);
			const start = now();
			if (disabledUntil !== undefined && !force && (start < disabledUntil || trials.has(key)))
				return fail({
					reason: "endpoint-disabled",
					retryAt: disabledUntil,
					detail: lastError?.message ?? "",
				});
			trials.add(key);
			return ok((outcome) => {
				trials.delete(key);
				if (!outcome.ok && !countsAgainstEndpoint(outcome.failure)) return;
				void known.then((all) => {
					const before = all.get(key) ?? healthyEndpoint;
					const at = now();
					// Last in the map is the one used last.
					all.delete(key);
					all.set(
						key,
						outcome.ok ? afterSuccess(before, at, at - start) : afterFailure(before, at, outcome.failure),
					);
					return save();
				});
			});
		},
		async reset(types) {
			const all = await known;
			for (const key of all.keys()) if (!types || types.includes(JSON.parse(key)[0])) all.delete(key);
			await save();
		},
	};
}
