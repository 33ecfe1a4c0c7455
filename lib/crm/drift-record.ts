import type { Clock } from "@/lib/core/clock";
import { createMutex } from "@/lib/core/mutex";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import { accept, type Drift, driftsOf, learn, type ShapeRecord, storedShapeSchema } from "./drift";
import { type Endpoint, endpointFingerprint } from "./endpoint";

export type DriftRecord = {
	/** Learns from a good answer, some time later. */
	note(endpoint: Endpoint, answer: unknown): void;
	/** What has changed in an endpoint's answers. */
	of(endpoint: Endpoint): Promise<Drift[]>;
	/** A change is fine: the field is learned anew. */
	accept(endpoint: Endpoint, path: string): Promise<void>;
	/** Forgets everything. */
	reset(): Promise<void>;
};

const storedSchema = z.record(z.string(), storedShapeSchema);
/** Endpoints that were set once leave their record behind; the oldest go. */
const mostEndpoints = 10;

/**
 * The shapes of the endpoints' answers, which outlive the worker: read once, kept in memory and written behind.
 * `later` puts a task off until the answer is on its way to the panel; what it loses with the worker is learned from the
 * next answer.
 */
export function createDriftRecord(
	storage: ValueStorage,
	now: Clock,
	later: (task: () => void) => void,
): DriftRecord {
	const exclusively = createMutex();
	let known: Promise<Map<string, ShapeRecord>> | undefined;
	let resets = 0;

	function shapes(): Promise<Map<string, ShapeRecord>> {
		known ??= storage.get().then((stored) => {
			// It is no setting: what cannot be read of it is learned again.
			const parsed = storedSchema.safeParse(stored);
			const entries = parsed.success ? Object.entries(parsed.data) : [];
			return new Map(entries.map(([key, fields]) => [key, new Map(fields)]));
		});
		return known;
	}

	async function change(key: string, to: (record: ShapeRecord) => ShapeRecord): Promise<void> {
		const all = await shapes();
		const changed = to(all.get(key) ?? new Map());
		// Last in the map is the one used last.
		all.delete(key);
		all.set(key, changed);
		await exclusively(async () => {
			const entries = [...all].slice(-mostEndpoints).map(([name, fields]) => [name, [...fields]]);
			await storage.set(Object.fromEntries(entries)).catch(() => undefined);
		});
	}

	return {
		note(endpoint, answer) {
			const at = now();
			const before = resets;
			later(() => {
				// An answer from before everything was forgotten is forgotten too.
				if (resets !== before) return;
				void change(endpointFingerprint(endpoint), (record) => learn(record, answer, at)).catch(
					() => undefined,
				);
			});
		},
		of: async (endpoint) => driftsOf((await shapes()).get(endpointFingerprint(endpoint)) ?? new Map()),
		accept: (endpoint, path) => change(endpointFingerprint(endpoint), (record) => accept(record, path)),
		async reset() {
			resets++;
			(await shapes()).clear();
			await exclusively(() => storage.set({}).catch(() => undefined));
		},
	};
}
