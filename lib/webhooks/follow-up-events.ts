import type { FollowUp } from "@/lib/followup/follow-up";
import type { NewDelivery } from "./delivery";
import { type ConfigurableEvent, eventBody } from "./event";
import { eventId } from "./event-id";

/** The events that tell of a follow-up. */
export type FollowUpEvent = Exclude<ConfigurableEvent, "phone.detected">;

/**
 * The event that tells what became of a follow-up (docs/contract.md, section 4), as it was at `happenedAt`, ms since the
 * epoch. What is not known is null; a phone that is not known is left out.
 */
export async function followUpEvent(
	event: FollowUpEvent,
	followUp: FollowUp,
	happenedAt: number,
): Promise<NewDelivery> {
	const { phone, conversation, attempt, round = 1 } = followUp;
	const data = {
		...(phone !== undefined && { phone }),
		conversation_hash: conversation,
		...(event === "followup.detected" && detected(followUp)),
		attempt_number: attempt,
		...(event === "followup.converted" && { order: followUp.order ?? null }),
	};
	return {
		id: await eventId({
			event,
			phone,
			conversationHash: conversation,
			attemptNumber: attempt,
			// Attempts that are counted anew are other attempts.
			...(round > 1 && { unique: `round ${round}` }),
		}),
		event,
		body: eventBody({ event, happenedAt, data }),
		...(phone !== undefined && { phone }),
		conversationHash: conversation,
	};
}

function detected({ finding, suggestedMessage, crmOrderFound }: FollowUp) {
	return {
		intent_level: finding.intentLevel,
		product_mentioned: finding.productMentioned,
		customer_objection: finding.customerObjection,
		outcome: finding.outcome,
		suggested_message: suggestedMessage,
		crm_order_found: crmOrderFound,
	};
}
