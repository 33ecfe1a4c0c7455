import type { CustomerDraft, ItemDraft } from "../drafts";

/** The details most customers lack. */
export const noFurtherDetails = {
	tags: [],
	notes: null,
	address: null,
	birthday: null,
	account_manager: null,
	instagram: null,
	last_campaigns: [],
	preferred_store_id: null,
} satisfies Partial<CustomerDraft["details"]>;

/** A line of an order or a cart: `item("MUG-NAT", 2)` is two mugs. */
export const item = (sku: string, quantity = 1): ItemDraft => ({ sku, quantity });
