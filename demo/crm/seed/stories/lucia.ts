import { cast } from "../../../cast";
import type { CustomerDraft } from "../drafts";
import { item } from "./shared";

const delivered = { carrier: "SEUR", status: "delivered" };

/** Everything a card can show: long history, parcel under way, part refund, discount, cart of yesterday. */
export const lucia: CustomerDraft = {
	details: {
		name: cast.lucia.name,
		email: "lucia.fernandez@example.com",
		state: "vip",
		currency: "EUR",
		tags: ["VIP", "newsletter", "wedding list"],
		notes: "Prefers to be written to after 17:00. Wedding in June: the table linen has to match in colour.",
		address: "Calle de Fuencarral 88, 3.º B, 28004 Madrid, Spain",
		birthday: "1988-05-14",
		account_manager: "Nuria Vidal",
		instagram: "https://www.instagram.com/lucia.fernandez.demo/",
		last_campaigns: ["Summer tables", "VIP preview", "Wedding lists"],
		preferred_store_id: 1,
	},
	phones: [cast.lucia.phone, "+34912345678"],
	daysBeforeFirstOrder: 21,
	orders: [
		{
			daysAgo: 3,
			state: "paid",
			items: [item("TBL-ANI"), item("NAP-ANI", 3), item("CRF-NAT")],
			paymentMethod: "card",
			shipment: { carrier: "Correos Express", number: "CX7740018823ES", status: "in transit" },
		},
		{
			daysAgo: 24,
			state: "delivered",
			items: [item("DRS-TER")],
			paymentMethod: "bizum",
			shipment: delivered,
		},
		{
			daysAgo: 47,
			state: "delivered",
			items: [item("SND-NAT"), item("HAT-NAT"), item("TOT-OLV", 2)],
			paymentMethod: "card",
			refundedItem: 0,
			shipment: delivered,
		},
		{
			daysAgo: 75,
			state: "delivered",
			items: [item("DUV-ROS"), item("CSH-ROS", 4)],
			paymentMethod: "card",
			discountPercent: 15,
			shipment: delivered,
		},
		{
			daysAgo: 112,
			state: "delivered",
			items: [item("MUG-TER", 6)],
			paymentMethod: "card",
			shipment: delivered,
		},
		{
			daysAgo: 149,
			state: "delivered",
			items: [item("SCF-OLV")],
			paymentMethod: "bizum",
			shipment: delivered,
		},
		{ daysAgo: 190, state: "cancelled", items: [item("LMP-ANI")], paymentMethod: "card" },
		{
			daysAgo: 191,
			state: "delivered",
			items: [item("LMP-NAT")],
			paymentMethod: "card",
			shipment: delivered,
		},
		{
			daysAgo: 236,
			state: "delivered",
			items: [item("THR-NAT")],
			paymentMethod: "card",
			shipment: delivered,
		},
		{
			daysAgo: 288,
			state: "delivered",
			items: [item("CND-ROS", 3)],
			paymentMethod: "card",
			shipment: delivered,
		},
		{
			daysAgo: 340,
			state: "delivered",
			items: [item("SHT-NAT", 2)],
			paymentMethod: "card",
			shipment: delivered,
		},
		{
			daysAgo: 401,
			state: "delivered",
			items: [item("PLT-OLV", 8)],
			paymentMethod: "card",
			shipment: delivered,
		},
		{
			daysAgo: 467,
			state: "delivered",
			items: [item("TWL-ANI", 4)],
			paymentMethod: "paypal",
			shipment: delivered,
		},
		{
			daysAgo: 541,
			state: "delivered",
			items: [item("SOP-NAT", 5)],
			paymentMethod: "paypal",
			shipment: delivered,
		},
	],
	carts: [{ daysAgo: 1, items: [item("BWL-ANI"), item("BSK-NAT"), item("NAP-TER", 2)] }],
};
