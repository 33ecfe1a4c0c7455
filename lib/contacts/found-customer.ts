import type { Customer, CustomerAnswer, ExtraField } from "@/lib/crm/customer";
import { keyFigures } from "@/lib/crm/figures";
import { readPhone } from "./phone";

/** A customer as a search found them: what tells two people apart, and not their orders. */
export type FoundCustomer = Pick<
	Customer,
	"id" | "name" | "email" | "phone" | "state" | "tags" | "address" | "createdAt" | "currency"
> & {
	ordersCount?: number;
	spent?: number;
	/** Date of the newest order, as in `Order.date`. */
	lastOrder?: string;
	/** E.164: those of their numbers that are written internationally. */
	phones: string[];
	/** What they can be asked for by where no number of theirs is, as `CustomerLink.askBy`. */
	askBy?: string;
	/** Fields the contract does not know and that differ between results of this name. */
	differs: ExtraField[];
};

/** What a search found. `total` counts all of them, `customers` are the first ones. */
export type FoundCustomers = { customers: FoundCustomer[]; total: number };

/** More than anybody reads through. */
export const mostShown = 100;
const mostDiffering = 3;
const manyLined: ExtraField["value"]["kind"][] = ["list", "fields", "link"];

/**
 * The customers of an answer in the CRM's order, each once; whoever has exactly `phone` (E.164) comes first. Two with
 * the same id are one; without ids, two that look exactly alike are. `readNational` reads a number that is not written
 * internationally.
 */
export function foundCustomers(
	answer: CustomerAnswer,
	phone?: string,
	readNational?: (written: string) => string | undefined,
): FoundCustomers {
	const all = once(answer.customers);
	const hasPhone = (customer: Customer) => phone !== undefined && phonesOf(customer).includes(phone);
	const ranked = [...all.filter(hasPhone), ...all.filter((customer) => !hasPhone(customer))];
	const shown = ranked.slice(0, mostShown);
	const namesakesOf = (customer: Customer) => shown.filter((other) => nameOf(other) === nameOf(customer));
	return {
		customers: shown.map((customer) => found(customer, namesakesOf(customer), readNational)),
		total: all.length,
	};
}

function once(customers: readonly Customer[]): Customer[] {
	const known = new Map<string, Customer>();
	for (const customer of customers) {
		const key = customer.id === undefined ? JSON.stringify(customer) : `id:${customer.id}`;
		if (!known.has(key)) known.set(key, customer);
	}
	return [...known.values()];
}

const nameOf = ({ name = "" }: Customer): string => name.trim().toLowerCase();

function phonesOf({ phone }: Customer): string[] {
	const read = phone === undefined ? null : readPhone(phone);
	return read ? [read.e164] : [];
}

function found(
	customer: Customer,
	namesakes: readonly Customer[],
	readNational: ((written: string) => string | undefined) | undefined,
): FoundCustomer {
	const { id, name, email, phone, state, tags, address, createdAt } = customer;
	const { ordersCount, spent, lastOrder, currency } = keyFigures(customer);
	const known = { id, name, email, phone, state, tags, address, createdAt };
	const phones = phonesOf(customer);
	const askBy = phones.length === 0 && phone !== undefined ? readNational?.(phone) : undefined;
	return {
		...known,
		...{ ordersCount, spent, lastOrder, currency },
		phones,
		...(askBy !== undefined && { askBy }),
		differs: differingFields(customer, namesakes),
	};
}

/** Fields of one line each that are not the same for all who have the name. */
function differingFields(customer: Customer, namesakes: readonly Customer[]): ExtraField[] {
	const valueIn = (other: Customer, field: string) =>
		JSON.stringify(other.more.find(({ name }) => name === field)?.value);
	return customer.more
		.filter(({ value }) => !manyLined.includes(value.kind))
		.filter(({ name }) => namesakes.some((other) => valueIn(other, name) !== valueIn(customer, name)))
		.slice(0, mostDiffering);
}
