/** Customers who are easily mistaken for one another: a phone with two owners, a name with two phones. */
import { cast } from "../../../cast";
import type { CustomerDraft } from "../drafts";
import { item, noFurtherDetails } from "./shared";

const ortegaAddress = "Paseo de la Castellana 140, 5.º C, 28046 Madrid, Spain";

export const carmenOrtega: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.ortega.name,
		email: "carmen.ortega@example.com",
		state: "active",
		currency: "EUR",
		tags: ["newsletter"],
		notes: "Shares the family's phone with her brother Luis: ask who is writing.",
		address: ortegaAddress,
		preferred_store_id: 1,
	},
	phones: [cast.ortega.phone],
	daysBeforeFirstOrder: 10,
	orders: [
		{
			daysAgo: 7,
			state: "shipped",
			items: [item("CLK-OLV")],
			paymentMethod: "card",
			shipment: { carrier: "GLS", number: "GLS51002877ES", status: "in transit" },
		},
		{ daysAgo: 160, state: "delivered", items: [item("BSK-OLV"), item("MUG-OLV", 4)], paymentMethod: "card" },
	],
	carts: [],
};

export const luisOrtega: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: "Luis Ortega",
		email: "luis.ortega@example.com",
		state: "active",
		currency: "EUR",
		address: ortegaAddress,
	},
	phones: [cast.ortega.phone],
	daysBeforeFirstOrder: 1,
	orders: [
		{ daysAgo: 83, state: "delivered", items: [item("BLT-OLV"), item("SHT-ANI")], paymentMethod: "bizum" },
	],
	carts: [],
};

export const ana: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.ana.name,
		email: "ana.lopez@example.com",
		state: "active",
		currency: "EUR",
		tags: ["newsletter"],
		address: "Carrer de Colón 23, 46004 València, Spain",
	},
	phones: [cast.ana.phone],
	daysBeforeFirstOrder: 3,
	orders: [
		{ daysAgo: 15, state: "delivered", items: [item("ESP-NAT"), item("ESP-TER")], paymentMethod: "bizum" },
		{ daysAgo: 220, state: "delivered", items: [item("THR-OLV")], paymentMethod: "card" },
	],
	carts: [],
};

export const anaInMexico: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.otherAna.name,
		email: "ana.lopez.mx@example.com",
		state: "active",
		currency: "MXN",
		tags: ["méxico"],
		address: "Calle Durango 245, Roma Norte, 06700 Ciudad de México, Mexico",
	},
	phones: [cast.otherAna.phone],
	daysBeforeFirstOrder: 8,
	orders: [
		{
			daysAgo: 6,
			state: "shipped",
			items: [item("TOT-ANI"), item("SCF-ANI")],
			paymentMethod: "oxxo",
			shipment: { carrier: "Estafeta", number: "EST8850129943MX", status: "in transit" },
		},
	],
	carts: [],
};
