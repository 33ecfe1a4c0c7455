import type { IntentLevel } from "./finding";
import type { Signal } from "./signal";

/**
 * What each signal adds to the score, once a conversation however often it is said. By hand, so that they can be
 * explained: a price that was asked for and answered, then silence, is medium, and so is a price that we named to who asked for
 * something else; wanting it as well, or an objection, is high.
 */
export const signalWeights: Record<Signal, number> = {
	"price-asked": 0.35,
	"availability-asked": 0.25,
	"delivery-asked": 0.15,
	"payment-asked": 0.2,
	"quote-asked": 0.45,
	"details-asked": 0.15,
	"wants-it": 0.4,
	"discount-asked": 0.25,
	"will-think": 0.2,
	"objection-price": 0.2,
	"objection-trust": 0.2,
	"objection-delivery-time": 0.2,
	"objection-delivery-cost": 0.2,
	"objection-stock": 0.2,
	"objection-timing": 0.2,
	"objection-approval": 0.25,
	"objection-fit": 0.2,
	"objection-payment": 0.2,
	"objection-competitor": 0.2,
	"quote-sent": 0.35,
	"payment-link-sent": 0.25,
	"offer-sent": 0.05,
	unanswered: 0.15,
	"silent-after-us": 0.1,
	"silent-after-them": 0.1,
	"abandoned-cart": 0.4,
	"said-bye": -0.05,
	// The user says how much.
	"own-word": 1,
};

/** From which score on a conversation is at that level. */
export const levelFrom: Record<IntentLevel, number> = { low: 0.2, medium: 0.45, high: 0.85 };

/** The level of a score; `null` below the lowest. */
export function levelOf(score: number): IntentLevel | null {
	if (score >= levelFrom.high) return "high";
	if (score >= levelFrom.medium) return "medium";
	return score >= levelFrom.low ? "low" : null;
}
