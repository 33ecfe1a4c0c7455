/** Writes from a username, without a number: she has to be found in the CRM and linked. */
import type { CustomerDraft } from "../drafts";
import { item, noFurtherDetails } from "./shared";

export const nora: CustomerDraft = {
	details: {
		...noFurtherDetails,
		name: "Nora Vidal",
		email: "nora@noradesigns.example",
		state: "active",
		currency: "EUR",
		tags: ["interior design"],
		notes: "Writes from @nora.designs. Professional rate: 20 % from 500 €.",
		address: "Calle Ancha 12, 11001 Cádiz, Spain",
		instagram: "@nora.designs",
	},
	phones: ["+34956220011"],
	daysBeforeFirstOrder: 4,
	orders: [
		{
			daysAgo: 41,
			state: "delivered",
			items: [item("CLK-OLV", 2), item("BSK-OLV", 6)],
			paymentMethod: "card",
		},
	],
	carts: [],
};
