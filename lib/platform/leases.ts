import type { Delivery } from "@/lib/webhooks/delivery";
import { leasesKey } from "./open-database";
import type { OutboxTransaction } from "./outbox-store";

/** What is being sent: since when, ms since the epoch, by the delivery's seq. */
export type Leases = Map<number, number>;

// Leases are kept beside the deliveries, as one small value. Written into each delivery, its body and all its index
// entries would be written twice: once when it is taken, once when it is settled.

/** The leases, as a transaction sees them. */
export const readLeases = async (transaction: {
	objectStore(name: "values"): { get(key: string): Promise<unknown> };
}): Promise<Leases> =>
	((await transaction.objectStore("values").get(leasesKey)) as Leases | undefined) ?? new Map();

export const writeLeases = (transaction: OutboxTransaction, leases: Leases): Promise<unknown> =>
	transaction.objectStore("values").put(leases, leasesKey);

/** Whether a delivery is still its claimer's: cancelling it by hand ends that, and it may be claimed anew since. */
export const isHeld = ({ seq, leasedAt }: Delivery, leases: Leases): boolean =>
	leasedAt !== undefined && leases.get(seq) === leasedAt;

/** A delivery as everybody but the store knows it. What is being sent keeps its place in the store, and has none here. */
export function withLease(stored: Delivery, leases: Leases): Delivery {
	const leasedAt = leases.get(stored.seq);
	if (leasedAt === undefined) return stored;
	const { dueAt: _, ...delivery } = stored;
	return { ...delivery, leasedAt };
}
