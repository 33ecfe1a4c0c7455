import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { KeptMessage } from "./conversation";
import type { IntentLevel } from "./finding";
import { intentLevels } from "./finding";
import type { FollowUp, SkipReason } from "./follow-up";
import type { FollowUpPreferences } from "./settings-schema";

/** A conversation as the run takes it up. */
export type Candidate = {
	/** The `conversation_hash` of events. */
	conversation: string;
	chat: ChatRef;
	name: string;
	/** E.164 */
	phone?: string;
	/** When the last message was written, ms since the epoch, as well as that is known. */
	lastAt: number;
	/** Oldest first. */
	messages: readonly KeptMessage[];
};

export type CandidateRules = Pick<
	FollowUpPreferences,
	| "delay_days"
	| "lookback_hours"
	| "excluded_phones"
	| "most_attempts"
	| "hours_between_attempts"
	| "reset_after_days"
>;

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** The page tells times in minutes. */
export const minuteMs = 60_000;

/**
 * Why a conversation is left alone before anybody reads it; null when it is to be analysed. `followUps` are those of the
 * conversation; `waited`: the CRM failed in the run before, so that its time may be over by now; `since`: when the run
 * before looked, so that nobody falls between two runs.
 */
export function skipReason(
	candidate: Candidate,
	followUps: readonly FollowUp[],
	rules: CandidateRules,
	{ now, waited = false, since }: { now: number; waited?: boolean; since?: number },
): SkipReason | null {
	if (isExcluded(candidate.phone, rules.excluded_phones)) return "excluded";
	if (followUps.some(isOpen)) return "open-already";
	const before = lastAttempt(followUps);
	const { attempt } = nextAttempt(followUps, rules, now);
	if (attempt > rules.most_attempts) return "attempts-used-up";
	// Who was dismissed is brought up again only after they have written.
	if (before?.dismissedAt !== undefined && !hasWrittenSince(candidate.messages, before.dismissedAt))
		return "attempts-used-up";
	if (before?.convertedAt !== undefined && !hasWrittenSince(candidate.messages, before.convertedAt))
		return "order-found";
	const triedUntil = before === undefined ? null : attemptAt(before) + rules.hours_between_attempts * hourMs;
	if (triedUntil !== null && now < triedUntil) return "too-soon-after-attempt";
	const { lastAt } = candidate;
	const silentUntil = lastAt + rules.delay_days * dayMs;
	// Also of a message that lies ahead, because the clock was put back.
	if (now < silentUntil) return "not-silent-long-enough";
	const mayBeFrom = Math.max(silentUntil, triedUntil ?? 0);
	if (now > mayBeFrom + lookbackMs(rules, { now, since }) && !waited) return "too-old";
	return null;
}

/** How far back a run looks: as far as is set, and never less far than to the run before it. */
export const lookbackMs = (
	{ lookback_hours }: Pick<CandidateRules, "lookback_hours">,
	{ now, since = now }: { now: number; since?: number },
): number => Math.max(lookback_hours * hourMs, now - since);

/** Whether a level is high enough. */
export const isAtLeast = (level: IntentLevel, minimum: IntentLevel): boolean =>
	intentLevels.indexOf(level) >= intentLevels.indexOf(minimum);

/**
 * Which attempt the next one is, from 1; after `reset_after_days` without one the count begins anew, in the next round.
 */
export function nextAttempt(
	followUps: readonly FollowUp[],
	{ reset_after_days }: Pick<CandidateRules, "reset_after_days">,
	now: number,
): { attempt: number; round: number } {
	const last = lastAttempt(followUps);
	if (!last) return { attempt: 1, round: 1 };
	const round = last.round ?? 1;
	const isOver = now - attemptAt(last) > reset_after_days * dayMs;
	return isOver ? { attempt: 1, round: round + 1 } : { attempt: last.attempt + 1, round };
}

/** The name of an attempt: the same find has the same, in whichever run it is made. */
export const followUpId = (conversation: string, attempt: number, round: number): string =>
	round === 1 ? `${conversation} ${attempt}` : `${conversation} ${attempt} ${round}`;

/** Whether it waits for the agent, now or later. */
export const isOpen = ({ state }: FollowUp): boolean => state === "due" || state === "snoozed";

/** When an attempt was made: when the customer was written to, or else when it was found. */
export const attemptAt = ({ contactedAt, foundAt }: FollowUp): number => contactedAt ?? foundAt;

const lastAttempt = (followUps: readonly FollowUp[]): FollowUp | undefined =>
	followUps.toSorted((one, other) => one.foundAt - other.foundAt).at(-1);

const hasWrittenSince = (messages: readonly KeptMessage[], since: number): boolean =>
	messages.some(
		({ direction, time }) => direction === "incoming" && time !== null && time + minuteMs > since,
	);

/** Written as people write numbers: signs between the digits count for nothing. */
function isExcluded(phone: string | undefined, excluded: readonly string[]): boolean {
	if (phone === undefined) return false;
	const digits = phone.replace(/\D/g, "");
	return excluded.some((one) => one.replace(/\D/g, "") === digits);
}
