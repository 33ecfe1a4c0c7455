import { cast } from "../../../cast";
import type { CustomerDraft, ItemDraft, OrderDraft } from "../drafts";
import { item, noFurtherDetails } from "./shared";

const orderCount = 124;
const staples = [
	"MUG-NAT",
	"PLT-NAT",
	"TWL-OLV",
	"NAP-TER",
	"SOP-OLV",
	"CND-NAT",
	"BWL-OLV",
	"TOT-NAT",
] as const;

/** The long list: a shop that orders every week. */
export const emma: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.emma.name,
		email: "emma@clarke-and-daughters.example",
		state: "vip",
		currency: "GBP",
		tags: ["wholesale", "net 30", "UK"],
		notes: "Clarke & Daughters, three shops in Bristol. Invoices to accounts@clarke-and-daughters.example.",
		address: "18 Park Row, Bristol BS1 5LJ, United Kingdom",
		account_manager: "Tomás Gil",
		last_campaigns: ["Wholesale spring", "Wholesale autumn"],
	},
	phones: [cast.emma.phone],
	daysBeforeFirstOrder: 30,
	orders: buildWholesaleOrders(),
	carts: [{ daysAgo: 3, items: [item("PLT-NAT", 48), item("MUG-NAT", 60)] }],
};

/** One order a week, from two to five staples in dozens, newest first: the same list every time. */
function buildWholesaleOrders(): OrderDraft[] {
	return Array.from({ length: orderCount }, (_, week) => {
		const daysAgo = 2 + week * 7;
		return {
			daysAgo,
			...progress(week),
			items: staplesOf(week),
			paymentMethod: "bank transfer",
			discountPercent: week % 4 === 0 ? 12 : 8,
			...(week % 31 === 17 ? { refundedItem: 0 } : {}),
		};
	});
}

function progress(week: number): Pick<OrderDraft, "state" | "shipment"> {
	if (week === 0) return { state: "pending" };
	if (week === 1) return { state: "shipped", shipment: { carrier: "DPD UK", status: "in transit" } };
	if (week % 40 === 25) return { state: "cancelled" };
	return { state: "delivered", shipment: { carrier: "DPD UK", status: "delivered" } };
}

function staplesOf(week: number): ItemDraft[] {
	const count = 2 + (week % 4);
	return Array.from({ length: count }, (_, index) => ({
		sku: staples[(week * 3 + index) % staples.length] ?? staples[0],
		quantity: 12 * (1 + ((week + index) % 4)),
	}));
}
