import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import type { Webhook } from "./webhook";

/** The longest both secrets sign, in hours. */
export const longestOverlapH = 14 * 24;

const storedSchema = z.object({ secret: z.string(), until: z.number() });

/**
 * The secret from before a rotation, which goes on signing for a while, so that the receiver can be changed over
 * (docs/contract.md, section 4). No setting: it ends by itself, is in no export and no history.
 */
export type PreviousSecret = {
	/** Its end, ms since the epoch; undefined when there is none. */
	until(): Promise<number | undefined>;
	/** The secrets that sign now, the newest first. */
	secretsOf(webhook: Webhook): Promise<string[]>;
	/**
	 * Remembers the secret that is about to be replaced for so many hours; 0 forgets the one before it too. Before, so
	 * that no event is signed with the new one alone. Gives the way back, for when it was not replaced after all.
	 */
	keep(secret: string, hours: number): Promise<() => Promise<void>>;
};

export function createPreviousSecret(storage: ValueStorage, now: () => number): PreviousSecret {
	async function read() {
		const parsed = storedSchema.safeParse(await storage.get());
		return parsed.success && now() < parsed.data.until ? parsed.data : undefined;
	}
	return {
		until: async () => (await read())?.until,
		async secretsOf({ secret }) {
			if (secret === "") return [];
			const previous = await read();
			return previous && previous.secret !== secret ? [secret, previous.secret] : [secret];
		},
		async keep(secret, hours) {
			const before = await storage.get();
			await storage.set(hours > 0 && secret !== "" ? { secret, until: now() + hours * 3_600_000 } : null);
			return () => storage.set(before ?? null);
		},
	};
}
