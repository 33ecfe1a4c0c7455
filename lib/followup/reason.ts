import type { Finding } from "./finding";
import type { Signal } from "./signal";

/** Why somebody should be written to, in one word; each is a sentence of the interface. */
export const reasons = [
	"unanswered",
	"gave-up",
	"objection",
	"cart",
	"payment-link",
	"quote",
	"will-think",
	"wrote-last",
	"asked",
] as const;
export type Reason = (typeof reasons)[number];

/** What says best why: a question that was never answered before all, since that one is ours to mend. */
export function reasonOf({
	evidence,
	outcome,
	customerObjection,
}: Pick<Finding, "evidence" | "outcome" | "customerObjection">): Reason {
	const shows = (signal: Signal) => evidence.some((one) => one.signal === signal);
	if (shows("unanswered")) return "unanswered";
	if (customerObjection) return "objection";
	if (outcome === "lost") return "gave-up";
	// Who wrote after what we sent did not fall silent upon it.
	const wroteLast = shows("silent-after-them");
	if (shows("payment-link-sent") && !wroteLast) return "payment-link";
	if (shows("will-think")) return "will-think";
	if (shows("quote-sent") && !wroteLast) return "quote";
	if (shows("abandoned-cart")) return "cart";
	return wroteLast ? "wrote-last" : "asked";
}
