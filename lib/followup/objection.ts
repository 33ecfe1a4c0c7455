import { type Objection, objections } from "./signal";
import type { Story } from "./story";

/** Which of several objections in one message stands in the way: the narrower one. */
const narrowFirst: readonly Objection[] = [
	"delivery-cost",
	"approval",
	"competitor",
	"stock",
	"fit",
	"payment",
	"trust",
	"timing",
	"delivery-time",
	"price",
];

/** What the customer objected last; who asks for a discount objects to the price. */
export function objectionOf({ claims }: Story): Objection | null {
	let latest: { objection: Objection; at: number } | null = null;
	for (const objection of objections) {
		const claim =
			claims.get(`objection-${objection}`) ??
			(objection === "price" ? claims.get("discount-asked") : undefined);
		if (!claim) continue;
		const isNarrower =
			latest?.at === claim.lastAt && narrowFirst.indexOf(objection) < narrowFirst.indexOf(latest.objection);
		if (latest === null || claim.lastAt > latest.at || isNarrower) latest = { objection, at: claim.lastAt };
	}
	return latest?.objection ?? null;
}
