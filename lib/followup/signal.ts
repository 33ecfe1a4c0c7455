/** What keeps a customer from buying, as `customer_objection` names it (docs/contract.md, section 4). */
export const objections = [
	"price",
	"trust",
	"delivery-time",
	"delivery-cost",
	"stock",
	"timing",
	"approval",
	"fit",
	"payment",
	"competitor",
] as const;
export type Objection = (typeof objections)[number];

/** What a message can show. Those of the customer's come first, then ours, then what the conversation as a whole shows. */
export const signals = [
	"price-asked",
	"availability-asked",
	"delivery-asked",
	"payment-asked",
	"quote-asked",
	"details-asked",
	"wants-it",
	"discount-asked",
	"will-think",
	...objections.map((objection) => `objection-${objection}` as const),
	"quote-sent",
	"payment-link-sent",
	"offer-sent",
	"unanswered",
	"silent-after-us",
	"silent-after-them",
	"abandoned-cart",
	"said-bye",
	"own-word",
] as const;
export type Signal = (typeof signals)[number];
