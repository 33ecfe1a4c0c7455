import type { Linkable } from "./customer-link";
import type { FoundCustomer } from "./found-customer";

/** Those of the customers who have exactly this phone (E.164). A number that is merely similar is another number. */
export const ownersOf = (phone: string, customers: readonly FoundCustomer[]): FoundCustomer[] =>
	customers.filter(({ phones }) => phones.includes(phone));

/** What a link needs to know of a customer; undefined of one without id, who cannot be linked. */
export function linkable({ id, name, phones, askBy }: FoundCustomer): Linkable | undefined {
	if (id === undefined) return undefined;
	return { customerId: id, customerName: name, phones, ...(askBy !== undefined && { askBy }) };
}

/**
 * The one owner of a number, who is linked without being asked about; or the customers to ask about, when several have
 * it or the only one has no id. One of whom the agent said that it is not them is neither.
 */
export function judgeOwners(
	owners: readonly FoundCustomer[],
	rejected: readonly string[],
): { owner?: Linkable; claimants: FoundCustomer[] } {
	const possible = owners.filter(({ id }) => id === undefined || !rejected.includes(id));
	const [only] = owners;
	const owner = owners.length === 1 && possible.length === 1 && only ? linkable(only) : undefined;
	return owner ? { owner, claimants: [] } : { claimants: possible };
}
