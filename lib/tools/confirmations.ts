import type { Clock } from "@/lib/core/clock";
import { hashText } from "@/lib/core/hash";
import { createMutex } from "@/lib/core/mutex";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";

/** How long a warning may be answered, in ms (docs/contract.md, section 1). */
export const confirmationMs = 10 * 60_000;
const mostPending = 20;

const pendingSchema = z.array(z.object({ key: z.string(), expiresAt: z.number() }));

/** The warnings that wait for their confirmation. Stored, because a worker rarely lives for ten minutes. */
export type Confirmations = {
	/** Remembers that this was warned about; gives the time, in ms since the epoch, until which it can be confirmed. */
	warn(subject: string): Promise<number>;
	/** Whether this was warned about in time; it still can be confirmed after. */
	has(subject: string): Promise<boolean>;
	/** Whether this was warned about in time. True only once: of two confirmations that race, one is too late. */
	take(subject: string): Promise<boolean>;
};

/**
 * `subject` is everything a confirmation is bound to, as text: another text is another subject. It is kept as a hash
 * only, because it may hold secrets.
 */
export function createConfirmations(storage: ValueStorage, now: Clock): Confirmations {
	const exclusively = createMutex();
	async function pending() {
		const stored = pendingSchema.safeParse(await storage.get());
		return stored.success ? stored.data.filter(({ expiresAt }) => now() < expiresAt) : [];
	}
	return {
		warn: (subject) =>
			exclusively(async () => {
				const key = await hashText(subject);
				const expiresAt = now() + confirmationMs;
				const others = (await pending()).filter((one) => one.key !== key);
				await storage.set([...others, { key, expiresAt }].slice(-mostPending));
				return expiresAt;
			}),
		async has(subject) {
			const key = await hashText(subject);
			return (await pending()).some((one) => one.key === key);
		},
		take: (subject) =>
			exclusively(async () => {
				const key = await hashText(subject);
				const known = await pending();
				await storage.set(known.filter((one) => one.key !== key));
				return known.some((one) => one.key === key);
			}),
	};
}
