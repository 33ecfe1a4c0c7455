import { toSearchText } from "../search-text";
import { type Country, countries } from "./countries";
import type { CustomerDraft, ItemDraft, OrderDraft } from "./drafts";
import type { Random } from "./random";

const campaigns = ["Summer tables", "Autumn evenings", "Back in stock", "Spring linen", "Gift guide"];
const managers = ["Nuria Vidal", "Tomás Gil", "Sara Lindqvist"];
const tags = ["newsletter", "instagram", "gift buyer", "returns often", "discount hunter", "store pickup"];
const notes = [
	"Wants an invoice with every order.",
	"Lives on the fourth floor without a lift: leave parcels with the neighbour.",
	"Allergic to wool.",
	"Asked to be told when the añil tablecloth is back.",
	"Prefers voice messages.",
];

type Crowd = {
	customers: number;
	orders: number;
	carts: number;
	skus: readonly string[];
	/** Numbers that belong to somebody, or must belong to nobody. */
	takenPhones: Iterable<string>;
};

/** Plausible customers, with exactly as many orders and carts among them as asked for. */
export function drawCustomers(random: Random, crowd: Crowd): CustomerDraft[] {
	const taken = new Set(crowd.takenPhones);
	const homes = Array.from({ length: crowd.customers }, () => drawCountry(random));
	const drafts = homes.map((country, index) => drawCustomer(random, country, index, taken));
	const buyers = Math.floor(crowd.customers * 0.93);
	for (let count = 0; count < crowd.orders; count++) {
		// Few buy often, many buy once or twice.
		const index = Math.floor(random.next() ** 1.4 * buyers);
		const country = homes[index];
		if (country) drafts[index]?.orders.push(drawOrder(random, country, crowd.skus));
	}
	for (let count = 0; count < crowd.carts; count++) {
		random.pick(drafts).carts.push({ daysAgo: random.between(1, 60), items: drawItems(random, crowd.skus) });
	}
	for (const { details, orders } of drafts) {
		const latest = Math.min(...orders.map((order) => order.daysAgo));
		if (orders.length === 0 || (orders.length === 1 && latest < 30)) details.state = "new";
		else if (orders.length >= 16) details.state = "vip";
		else if (random.chance(0.03)) details.state = "blocked";
	}
	return drafts;
}

function drawCountry(random: Random): Country {
	let point = random.between(1, 100);
	const country = countries.find(({ share }) => {
		point -= share;
		return point <= 0;
	});
	if (!country) throw new Error("The shares of the countries must add up to 100");
	return country;
}

function drawCustomer(random: Random, country: Country, index: number, taken: Set<string>): CustomerDraft {
	const first = random.pick(country.firstNames);
	const last = `${random.pick(country.lastNames)}${random.chance(0.3) ? ` ${random.pick(country.lastNames)}` : ""}`;
	const user = toSearchText(`${first}.${last}`).replace(/[^a-z.]/g, "");
	const phone = drawPhone(random, country, taken);
	return {
		details: {
			name: `${first} ${last}`,
			email: `${user}${index + 1}@example.${random.pick(["com", "net", "org"])}`,
			state: "active",
			currency: country.currency,
			tags: tags.filter(() => random.chance(0.15)),
			notes: random.chance(0.2) ? random.pick(notes) : null,
			address: `${random.pick(country.streets)} ${random.between(1, 180)}, ${random.pick(country.cities)}, ${country.name}`,
			birthday: random.chance(0.4) ? drawBirthday(random) : null,
			account_manager: random.chance(0.15) ? random.pick(managers) : null,
			instagram: random.chance(0.2) ? `https://www.instagram.com/${user}.demo/` : null,
			last_campaigns: campaigns.filter(() => random.chance(0.25)),
			preferred_store_id: random.chance(0.3) ? random.between(1, 4) : null,
		},
		phones: random.chance(0.1) ? [phone, drawPhone(random, country, taken)] : [phone],
		daysBeforeFirstOrder: random.between(0, 90),
		orders: [],
		carts: [],
	};
}

function drawPhone(random: Random, country: Country, taken: Set<string>): string {
	let phone = country.phone(random);
	while (taken.has(phone)) phone = country.phone(random);
	taken.add(phone);
	return phone;
}

function drawBirthday(random: Random): string {
	const twoDigits = (value: number) => String(value).padStart(2, "0");
	return `${random.between(1950, 2004)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
}

function drawItems(random: Random, skus: readonly string[]): ItemDraft[] {
	const chosen = new Set(Array.from({ length: random.between(1, 4) }, () => random.pick(skus)));
	return [...chosen].map((sku) => ({ sku, quantity: random.chance(0.7) ? 1 : random.between(2, 6) }));
}

function drawOrder(random: Random, country: Country, skus: readonly string[]): OrderDraft {
	const daysAgo = 1 + Math.floor(random.next() ** 1.5 * 720);
	const items = drawItems(random, skus);
	return {
		daysAgo,
		items,
		paymentMethod: random.pick(country.paymentMethods),
		...(random.chance(0.15) ? { discountPercent: random.pick([5, 10, 15, 20]) } : {}),
		...drawProgress(random, daysAgo, random.pick(country.carriers), items.length),
	};
}

/** What became of an order follows from its age. */
function drawProgress(
	random: Random,
	daysAgo: number,
	carrier: string,
	itemCount: number,
): Pick<OrderDraft, "state" | "shipment" | "refundedItem"> {
	if (daysAgo <= 3) return { state: random.chance(0.3) ? "pending" : "paid" };
	if (random.chance(0.05)) return { state: "cancelled" };
	if (daysAgo <= 10) {
		const status = random.pick(["in transit", "in transit", "out for delivery", "delayed"]);
		return { state: "shipped", shipment: { carrier, status } };
	}
	if (random.chance(0.04)) return { state: "refunded", shipment: { carrier, status: "returned" } };
	const shipment = { carrier, status: "delivered" };
	return { state: "delivered", shipment, ...(random.chance(0.04) ? { refundedItem: itemCount - 1 } : {}) };
}
