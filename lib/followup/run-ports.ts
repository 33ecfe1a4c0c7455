import type { Customer } from "@/lib/crm/customer";
import type { Candidate } from "./candidates";
import type { SignalFactors } from "./conversation";
import type { Language } from "./finding";
import type { FollowUp, SkipReason } from "./follow-up";
import type { RunWork } from "./run-work";
import type { FollowUpPreferences } from "./settings-schema";

/** A find and the message for it. */
export type Taken = Pick<FollowUp, "finding" | "suggestedMessage" | "byModel" | "ownWording">;

/** When the last message of a conversation was: from `from` on and before `until`, ms since the epoch. */
export type LastMessageRange = { from: number; until: number };

export type RunPorts = {
	/** Those of a range in the order of their keys, behind `after`; with `next` as `after` it goes on. */
	conversations(
		range: LastMessageRange,
		place: { after?: string; limit: number },
	): Promise<{ candidates: Candidate[]; next?: string }>;
	conversation(key: string): Promise<Candidate | undefined>;
	/** Those of conversations, by these; without those that have none. */
	followUpsOf(conversations: readonly string[]): Promise<ReadonlyMap<string, readonly FollowUp[]>>;
	/** What the CRM has of them: nobody where it knows nobody, null where there is no CRM, "failed" where it did not answer. */
	customersOf(candidate: Candidate): Promise<readonly Customer[] | null | "failed">;
	/** Names of products a text may mean; none where products cannot be searched. */
	productsOf(text: string): Promise<readonly string[]>;
	/** What a model makes of a find, whose wording it leaves alone where that is the user's own; null where none is asked, or has nothing of use to say. */
	judge(taken: Taken, candidate: Candidate): Promise<Taken | "not-worth" | null>;
	/** Stores a find together with its event. */
	add(followUp: FollowUp): Promise<void>;
	/** Keeps how far the run is. */
	save(work: RunWork): Promise<void>;
	/** Told of each conversation why it is left alone, `null` where something is found; before the work that knows it is saved. */
	note(conversation: string, reason: SkipReason | null): void;
	/** Told of each conversation what came of it. */
	tell?(candidate: Candidate, outcome: FollowUp | SkipReason): void;
	now(): number;
	/** For slices: ms, such as `performance.now`. */
	clock(): number;
	rest(): Promise<void>;
};

export type RunRules = {
	preferences: FollowUpPreferences;
	weights: SignalFactors;
	/** Whether a CRM can be asked: only then may a cart raise what is below the minimum. */
	hasCrm: boolean;
	fallbackLanguage: Language;
};
