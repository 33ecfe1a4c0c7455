import type { Clock } from "@/lib/core/clock";

/** How long *for an hour* is, in ms. */
export const grantMs = 3_600_000;

/**
 * The connections a person has agreed to for an hour. Of a connection, not of a name, which anybody can give; kept in
 * memory, so that it ends with the connection at the latest.
 */
export type Grants = ReturnType<typeof createGrants>;

export function createGrants(now: Clock) {
	const until = new Map<string, number>();
	return {
		has: (session: string): boolean => now() < (until.get(session) ?? 0),
		/** ms since the epoch; undefined without one. */
		until(session: string): number | undefined {
			const end = until.get(session);
			return end !== undefined && now() < end ? end : undefined;
		},
		give(session: string): void {
			until.set(session, now() + grantMs);
		},
		end: (session: string): void => void until.delete(session),
		clear: (): void => until.clear(),
	};
}
