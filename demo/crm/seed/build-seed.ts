import { cast } from "../../cast";
import { assemble } from "./assemble";
import { buildCatalogue } from "./catalogue";
import { createRandom } from "./random";
import { drawCustomers } from "./random-customers";
import type { SeedRows } from "./rows";
import { stories } from "./stories/index";

const seed = 20260304;
const customerCount = 200;
const orderCount = 1500;
const cartCount = 60;

const stores = [
	{ id: 1, name: "Casa Alba Malasaña", city: "Madrid" },
	{ id: 2, name: "Casa Alba Born", city: "Barcelona" },
	{ id: 3, name: "Casa Alba Chiado", city: "Lisboa" },
	{ id: 4, name: "Casa Alba Brera", city: "Milano" },
];

/** A number that nobody has: the endpoint test's default (contract, section 1). */
const unusedPhone = "+34600000000";

/**
 * The rows of the demo shop "Casa Alba": 200 customers (the cast first), 1,500 orders, 60 carts, 120 products.
 * Names and amounts are the same every time; dates count back from the UTC day of `now`.
 */
export function buildSeed(now: Date): SeedRows {
	const random = createRandom(seed);
	const { products, variants } = buildCatalogue(random);
	const crowd = drawCustomers(random, {
		customers: customerCount - stories.length,
		orders: orderCount - stories.reduce((sum, { orders }) => sum + orders.length, 0),
		carts: cartCount - stories.reduce((sum, { carts }) => sum + carts.length, 0),
		skus: products.map((product) => product.sku),
		takenPhones: [
			unusedPhone,
			...Object.values(cast).map((person) => person.phone),
			...stories.flatMap(({ phones }) => phones),
		],
	});
	return assemble({ stores, products, product_variants: variants }, [...stories, ...crowd], now);
}
