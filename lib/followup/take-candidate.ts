import { type Candidate, followUpId, isAtLeast, nextAttempt } from "./candidates";
import type { ConversationToAnalyse } from "./conversation";
import { cartLeft, interestedSince, orderSince } from "./crm-evidence";
import type { Analysis, Finding } from "./finding";
import type { FollowUp, SkipReason } from "./follow-up";
import type { RunPorts, RunRules, Taken } from "./run-ports";
import { suggestMessage } from "./suggestion";

type TakeParts = {
	analyse(more: Pick<ConversationToAnalyse, "abandonedCart" | "products">): Analysis;
	rules: RunRules;
	ports: Pick<RunPorts, "customersOf" | "productsOf" | "judge" | "now">;
};

/**
 * Decides about one conversation in which something was found: what the CRM knows first, so that nobody who has bought is
 * bothered unless that is wanted, then the product's name, then what a model makes of it. Gives the follow-up, or why there is none.
 */
export async function takeCandidate(
	candidate: Candidate,
	followUps: readonly FollowUp[],
	now: number,
	{ analyse, rules, ports }: TakeParts,
): Promise<FollowUp | SkipReason> {
	const { preferences, fallbackLanguage } = rules;
	const customers = await ports.customersOf(candidate);
	if (customers === "failed") return "crm-failed";

	const abandonedCart = cartLeft(customers ?? [], now);
	const first = analyse({ abandonedCart });
	if (!first.found) return first.reason;
	// Where no message has a time, it is known when the last one was seen.
	const since = interestedSince(candidate.messages, first.finding) ?? candidate.lastAt;
	const crmOrderFound = orderSince(customers ?? [], since) !== undefined;
	if (crmOrderFound && preferences.skip_ordered) return "order-found";
	const minimum = preferences.minimum_intent;
	if (!isAtLeast(first.finding.intentLevel, minimum)) return "below-intent";

	const finding = await withProduct(first.finding);
	const { attempt, round } = nextAttempt(followUps, preferences, now);
	const { text, isOwn } = suggestMessage({
		finding,
		name: firstName(candidate),
		attempt,
		mostAttempts: preferences.most_attempts,
		templates: preferences.templates,
		fallbackLanguage,
	});
	const local: Taken = {
		finding,
		suggestedMessage: text,
		byModel: false,
		...(isOwn && { ownWording: true }),
	};
	const taken = (preferences.use_model ? await ports.judge(local, candidate) : null) ?? local;
	if (taken === "not-worth" || !isAtLeast(taken.finding.intentLevel, minimum)) return "below-intent";
	const { conversation, chat, phone, name } = candidate;
	return {
		id: followUpId(conversation, attempt, round),
		conversation,
		chat,
		...(phone !== undefined && { phone }),
		name,
		...taken,
		attempt,
		...(round > 1 && { round }),
		crmOrderFound,
		state: "due",
		foundAt: ports.now(),
	};

	/** The name of the shop's own for what the customer called it. */
	async function withProduct(found: Finding): Promise<Finding> {
		if (found.productMentioned === null) return found;
		const products = await ports.productsOf(found.productMentioned);
		const again = products.length > 0 ? analyse({ abandonedCart, products }) : first;
		return again.found ? again.finding : found;
	}
}

/** How somebody is addressed; nobody by a number or a username. */
function firstName({ name }: Pick<Candidate, "name">): string | null {
	const [first = ""] = name.trim().split(/\s+/);
	return /^\p{L}[\p{L}\p{M}'’-]+$/u.test(first) ? first : null;
}
