import type { Customer, Order, Tracking } from "./customer";

/** The few numbers that say what a customer is worth. Amounts are in `currency`; absent means not known. */
export type KeyFigures = {
	currency?: string;
	ordersCount?: number;
	spent?: number;
	average?: number;
	refunded?: number;
	/** Date of the newest order, as in `Order.date`. */
	lastOrder?: string;
};

/** Takes the CRM's own totals where it gives them, and adds up the orders where it does not. */
export function keyFigures(customer: Customer): KeyFigures {
	const { currency, orders } = customer;
	const counted = orders.filter((order) => !isCancelled(order) && order.currency === currency);
	const complete = counted.length > 0 && counted.every(({ amount }) => amount !== undefined);
	const ordersCount = customer.ordersCount ?? (orders.length > 0 ? orders.length : undefined);
	const spent = customer.totalSpent ?? (complete ? sum(counted.map(({ amount }) => amount)) : undefined);
	const paidOrders = customer.ordersCount ?? counted.length;
	return {
		currency,
		ordersCount,
		spent,
		average: spent !== undefined && paidOrders > 0 ? spent / paidOrders : undefined,
		refunded:
			customer.totalRefunded ??
			(complete ? sum(counted.map(({ totalRefunded }) => totalRefunded)) : undefined),
		lastOrder: newest(orders.map(({ date }) => date)),
	};
}

export type SpendBucket = { start: Date; amount: number; orders: number };
export type SpendOverTime = { unit: "month" | "year"; buckets: SpendBucket[] };

const monthsShown = 12;
const mostYears = 12;

/**
 * What was spent per month over the last twelve months, or per year when all of it is older. Cancelled orders and
 * other currencies are left out. Null when fewer than two orders have a date and an amount: one bar tells nothing.
 */
export function spendOverTime(customer: Customer, now: Date): SpendOverTime | null {
	const dated = customer.orders.flatMap((order) => {
		if (order.amount === undefined || order.date === undefined || isCancelled(order)) return [];
		if (order.currency !== customer.currency) return [];
		return [{ date: localDate(order.date), amount: order.amount - (order.totalRefunded ?? 0) }];
	});
	if (dated.length < 2) return null;
	const thisMonth = monthIndex(now);
	const newestMonth = dated.reduce((latest, { date }) => Math.max(latest, monthIndex(date)), 0);
	if (newestMonth > thisMonth - monthsShown) {
		const first = thisMonth - monthsShown + 1;
		return {
			unit: "month",
			buckets: fill(
				dated,
				first,
				monthsShown,
				monthIndex,
				(index) => new Date(Math.floor(index / 12), index % 12),
			),
		};
	}
	const year = (date: Date) => date.getFullYear();
	const first = Math.max(
		dated.reduce((earliest, { date }) => Math.min(earliest, year(date)), year(now)),
		year(now) - mostYears + 1,
	);
	return {
		unit: "year",
		buckets: fill(dated, first, year(now) - first + 1, year, (index) => new Date(index, 0)),
	};
}

function fill(
	dated: { date: Date; amount: number }[],
	first: number,
	count: number,
	indexOf: (date: Date) => number,
	startOf: (index: number) => Date,
): SpendBucket[] {
	const buckets = Array.from({ length: count }, (_, offset) => ({
		start: startOf(first + offset),
		amount: 0,
		orders: 0,
	}));
	for (const { date, amount } of dated) {
		const bucket = buckets[indexOf(date) - first];
		if (!bucket) continue;
		bucket.amount += amount;
		bucket.orders++;
	}
	return buckets;
}

const monthIndex = (date: Date) => date.getFullYear() * 12 + date.getMonth();

/** A parcel on its way, and the order it belongs to. */
export type Parcel = { order: Order; tracking: Tracking };

const arrived = /deliver|entreg|consegn|livr[ée]|zugestellt|return|devuel|devolv/i;
/** A parcel without a status counts as on its way this long; after that it has arrived or is lost. */
const assumedTransitMs = 45 * 24 * 60 * 60 * 1000;

/** The parcels that have not arrived yet, newest order first. */
export function parcelsOnTheirWay(customer: Customer, now: Date): Parcel[] {
	return newestFirst(customer.orders).flatMap((order) => {
		if (isCancelled(order) || arrived.test(order.state ?? "")) return [];
		return order.tracking
			.filter(({ status }) => (status ? !arrived.test(status) : isRecent(order, now)))
			.map((tracking) => ({ order, tracking }));
	});
}

function isRecent({ date }: Order, now: Date): boolean {
	return date !== undefined && now.getTime() - localDate(date).getTime() < assumedTransitMs;
}

/** Things with a date, newest first; those without one last, in the CRM's order. */
export function newestFirst<T extends { date?: string }>(dated: readonly T[]): T[] {
	return [...dated].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
}

/** A `YYYY-MM-DD` is a day where the agent is; a moment is a moment. */
export function localDate(date: string): Date {
	return new Date(date.length === 10 ? `${date}T00:00:00` : date);
}

const cancelled = /cancel|anulad|annullat|void/i;
const isCancelled = ({ state }: Order) => cancelled.test(state ?? "");

const newest = (dates: (string | undefined)[]) =>
	dates.reduce((latest, date) => ((date ?? "") > (latest ?? "") ? date : latest), undefined);
const sum = (amounts: (number | undefined)[]) =>
	amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
