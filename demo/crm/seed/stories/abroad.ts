import { cast } from "../../../cast";
import type { CustomerDraft } from "../drafts";
import { item, noFurtherDetails } from "./shared";

export const marco: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.marco.name,
		email: "marco.bianchi@example.com",
		state: "active",
		currency: "EUR",
		tags: ["italy"],
		notes: "Asked twice about his late parcel. Offer free shipping on the next order.",
		address: "Via Brera 12, 20121 Milano, Italy",
		last_campaigns: ["Autumn evenings"],
	},
	phones: [cast.marco.phone],
	daysBeforeFirstOrder: 2,
	orders: [
		{
			daysAgo: 9,
			state: "shipped",
			items: [item("LMP-TER"), item("CLK-NAT")],
			paymentMethod: "card",
			shipment: { carrier: "BRT", number: "BRT0991845527IT", status: "delayed" },
		},
		{
			daysAgo: 96,
			state: "delivered",
			items: [item("BLT-NAT")],
			paymentMethod: "paypal",
			shipment: { carrier: "BRT", status: "delivered" },
		},
		{
			daysAgo: 205,
			state: "delivered",
			items: [item("SHT-OLV", 2), item("HAT-OLV")],
			paymentMethod: "card",
			shipment: { carrier: "GLS", status: "delivered" },
		},
	],
	carts: [],
};

export const sofia: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.sofia.name,
		email: "sofia.romero@example.com",
		state: "active",
		currency: "ARS",
		tags: ["argentina", "instagram"],
		address: "Avenida Santa Fe 1860, 4.º A, C1123 Buenos Aires, Argentina",
		instagram: "https://www.instagram.com/sofi.romero.demo/",
		birthday: "1995-11-02",
	},
	phones: [cast.sofia.phone],
	daysBeforeFirstOrder: 5,
	orders: [
		{
			daysAgo: 2,
			state: "pending",
			items: [item("DRS-OLV"), item("SCF-ROS")],
			paymentMethod: "mercado pago",
		},
		{
			daysAgo: 58,
			state: "delivered",
			items: [item("ESP-ROS"), item("TOT-ROS")],
			paymentMethod: "mercado pago",
			shipment: { carrier: "Andreani", status: "delivered" },
		},
	],
	carts: [{ daysAgo: 6, items: [item("HAT-ROS")] }],
};

export const ines: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.ines.name,
		email: "ines.carvalho@example.com",
		state: "active",
		currency: "EUR",
		tags: ["portugal", "newsletter"],
		address: "Rua do Alecrim 41, 2.º Esq., 1200-014 Lisboa, Portugal",
		last_campaigns: ["Summer tables", "Autumn evenings"],
		preferred_store_id: 3,
	},
	phones: [cast.ines.phone],
	daysBeforeFirstOrder: 40,
	orders: [
		{
			daysAgo: 5,
			state: "shipped",
			items: [item("TBL-OLV"), item("NAP-OLV", 2)],
			paymentMethod: "mb way",
			shipment: { carrier: "CTT Expresso", number: "RL004417725PT", status: "out for delivery" },
		},
		{ daysAgo: 131, state: "refunded", items: [item("ESP-ANI")], paymentMethod: "multibanco" },
		{
			daysAgo: 134,
			state: "delivered",
			items: [item("CND-OLV", 2), item("SOP-OLV", 4)],
			paymentMethod: "mb way",
			discountPercent: 10,
			shipment: { carrier: "CTT Expresso", status: "delivered" },
		},
	],
	carts: [],
};

export const beatriz: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: cast.beatriz.name,
		email: "bia.souza@example.com",
		state: "new",
		currency: "BRL",
		tags: ["brasil"],
		address: "Rua Augusta 1520, ap. 73, 01304-001 São Paulo, Brazil",
	},
	phones: [cast.beatriz.phone],
	daysBeforeFirstOrder: 0,
	orders: [{ daysAgo: 4, state: "paid", items: [item("ROB-ROS"), item("TWL-ROS", 2)], paymentMethod: "pix" }],
	carts: [{ daysAgo: 2, items: [item("DUV-NAT"), item("CSH-TER", 2)] }],
};
