import { isObject, type JsonObject } from "@/lib/core/is-object";
import { fail, ok, type Result } from "@/lib/core/result";
import type {
	AbandonedCart,
	Customer,
	CustomerAnswer,
	LineItem,
	Order,
	ReadingProblem,
	Tracking,
} from "./customer";
import type { UnreadableDetail } from "./failure";
import { asShown, fieldReader } from "./field-reader";
import { readExtraFields } from "./read-extra";

/**
 * Reads the answer of `sidePanel_CustomerInfo` (docs/contract.md, section 3): `{ found, customer }` or
 * `{ found, customers }`. Tolerant inside: numbers as text, epoch dates, one object where a list is meant; unknown
 * fields are kept, unreadable ones are listed in `problems`. `found` may be missing when customers are there.
 */
export function readCustomerAnswer(json: unknown): Result<CustomerAnswer, UnreadableDetail> {
	if (!isObject(json)) return fail("not-an-object");
	const problems: ReadingProblem[] = [];
	const raw = rawCustomers(json, problems);
	const found = readFound(json.found) ?? (raw.length > 0 ? true : null);
	if (found === null) return fail("found-missing");
	const { found: _, customer: __, customers: ___, ...others } = json;
	const more = readExtraFields(others);
	if (!found) return ok({ found: false, customers: [], more, problems });
	if (raw.length === 0) return fail("customers-missing");
	return ok({
		found: true,
		customers: raw.map(({ object, path }) => readCustomer(object, path, problems)),
		more,
		problems,
	});
}

function readFound(value: unknown): boolean | null {
	if (typeof value === "boolean") return value;
	if (value === 1 || value === "1" || value === "true") return true;
	if (value === 0 || value === "0" || value === "false") return false;
	return null;
}

type RawCustomer = { object: JsonObject; path: string };

/** The customers in `customers` or, when there are none, in `customer`; either may be one object or a list. */
function rawCustomers(json: JsonObject, problems: ReadingProblem[]): RawCustomer[] {
	for (const name of ["customers", "customer"]) {
		const value = json[name];
		if (isObject(value)) return [{ object: value, path: name }];
		const items: unknown[] = Array.isArray(value) ? value : [];
		const customers = items.flatMap((item, index) => {
			const path = `${name}[${index}]`;
			if (isObject(item)) return [{ object: item, path }];
			if (item !== null) problems.push({ path, found: asShown(item), expected: "object" });
			return [];
		});
		if (customers.length > 0) return customers;
	}
	return [];
}

function readCustomer(object: JsonObject, path: string, problems: ReadingProblem[]): Customer {
	const field = fieldReader(object, path, problems);
	const currency = field.currency();
	const known = {
		id: field.text("id"),
		name: field.text("name"),
		email: field.text("email"),
		phone: field.text("phone"),
		shopUrl: field.link("shopUrl"),
		state: field.text("state"),
		tags: field.texts("tags"),
		notes: field.text("notes"),
		address: field.text("address"),
		createdAt: field.date("createdAt"),
		ordersCount: field.number("ordersCount"),
		totalSpent: field.number("totalSpent"),
		totalRefunded: field.number("totalRefunded"),
		totalDiscounts: field.number("totalDiscounts"),
		orders: field.list("orders", (order, at) => readOrder(order, at, problems, currency)),
		abandonedCarts: field.list("abandonedCarts", (cart, at) => readCart(cart, at, problems, currency)),
	};
	return { ...known, currency: currency ?? known.orders[0]?.currency, more: field.rest(currency) };
}

function readOrder(
	object: JsonObject,
	path: string,
	problems: ReadingProblem[],
	customerCurrency?: string,
): Order {
	const field = fieldReader(object, path, problems);
	const currency = field.currency() ?? customerCurrency;
	return {
		name: field.text("name"),
		date: field.date("date"),
		amount: field.number("amount"),
		netAmount: field.number("netAmount"),
		totalRefunded: field.number("totalRefunded"),
		totalDiscounts: field.number("totalDiscounts"),
		state: field.text("state"),
		url: field.link("url"),
		currency,
		items: field.list("items", (item, at) => readItem(item, at, problems, currency)),
		tracking: field.list("tracking", (tracking, at) => readTracking(tracking, at, problems)),
		more: field.rest(currency),
	};
}

function readItem(object: JsonObject, path: string, problems: ReadingProblem[], currency?: string): LineItem {
	const field = fieldReader(object, path, problems);
	return {
		name: field.text("name"),
		quantity: field.number("quantity"),
		price: field.number("price"),
		sku: field.text("sku"),
		image: field.link("image"),
		url: field.link("url"),
		more: field.rest(currency),
	};
}

function readTracking(object: JsonObject, path: string, problems: ReadingProblem[]): Tracking {
	const field = fieldReader(object, path, problems);
	return {
		carrier: field.text("carrier"),
		number: field.text("number"),
		url: field.link("url"),
		status: field.text("status"),
		more: field.rest(),
	};
}

function readCart(
	object: JsonObject,
	path: string,
	problems: ReadingProblem[],
	customerCurrency?: string,
): AbandonedCart {
	const field = fieldReader(object, path, problems);
	const currency = field.currency() ?? customerCurrency;
	return {
		date: field.date("date"),
		amount: field.number("amount"),
		currency,
		url: field.link("url"),
		items: field.list("items", (item, at) => readItem(item, at, problems, currency)),
		more: field.rest(currency),
	};
}
