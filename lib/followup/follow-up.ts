import type { Result } from "@/lib/core/result";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { Finding, NoFindingReason } from "./finding";

/** Why the agent does not want to follow up; learned from (lib/followup/learned-weights.ts). */
export const dismissReasons = [
	"no-interest",
	"bought-elsewhere",
	"not-a-sale",
	"already-handled",
	"other",
] as const;
export type DismissReason = (typeof dismissReasons)[number];

/** Where a follow-up stands. `due` waits for the agent; `snoozed` is due again at `snoozedUntil`. */
export const followUpStates = ["due", "snoozed", "contacted", "dismissed", "replied", "converted"] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** One attempt to recover one sale: what was found, and what came of it. Times are ms since the epoch. */
export type FollowUp = {
	/** `conversation attempt`: the same find has the same id, whoever makes it. */
	id: string;
	/** The `conversation_hash` of events. */
	conversation: string;
	chat: ChatRef;
	/** E.164, where it is known. */
	phone?: string;
	name: string;
	finding: Finding;
	suggestedMessage: string;
	/** Whether the message is a model's. */
	byModel: boolean;
	/** Whether its wording is the user's own: then no model words it. */
	ownWording?: boolean;
	/** From 1. */
	attempt: number;
	/** From 2 on: how often the attempts were counted anew. */
	round?: number;
	/** Whether the CRM told of an order since the customer said what the find is based on, or since the find. */
	crmOrderFound: boolean;
	state: FollowUpState;
	foundAt: number;
	snoozedUntil?: number;
	contactedAt?: number;
	dismissedAt?: number;
	dismissedBecause?: DismissReason;
	repliedAt?: number;
	convertedAt?: number;
	/** The order that converted it, as the CRM names it. */
	order?: string;
};

/** Why a run left a conversation alone. */
export const skipReasons = [
	"not-silent-long-enough",
	"too-old",
	"below-intent",
	"excluded",
	"do-not-analyse",
	"attempts-used-up",
	"too-soon-after-attempt",
	"order-found",
	"run-is-full",
	"crm-failed",
	"open-already",
] as const;
export type SkipReason = (typeof skipReasons)[number] | NoFindingReason;

/** How a run is going, or went. */
export type FollowUpRun = {
	/** Names the run; the same while it is taken up again after the worker ended. */
	id: number;
	startedAt: number;
	endedAt?: number;
	by: "schedule" | "made-up" | "hand";
	/** Conversations to look at, and looked at. */
	total: number;
	done: number;
	found: number;
	skipped: Partial<Record<SkipReason, number>>;
	/** The CRM did not answer for some: they are looked at again in the next run. */
	kept: number;
};

export type MessageWriter = "own-wording" | "model" | "built-in";

/** What a preview tells of one conversation: nothing is stored or sent. */
export type PreviewedConversation = { chat: ChatRef; name: string; phone?: string } & (
	| {
			found: true;
			finding: Finding;
			attempt: number;
			suggestedMessage: string;
			/** Who words it in a run: a model, which a preview does not ask, writes another than is shown. */
			writer: MessageWriter;
			crmOrderFound: boolean;
	  }
	| { found: false; reason: SkipReason }
);

/** What an agent does with a follow-up. */
export type FollowUpAction =
	| { do: "contacted" }
	| { do: "snooze"; until: number }
	| { do: "dismiss"; because: DismissReason }
	| { do: "reopen" };

export type FollowUpActionFailure = { reason: "gone" };
export type FollowUpActionResult = Result<FollowUp, FollowUpActionFailure>;

/** Counts of the funnel, and along what they are told. */
export type FunnelCounts = { found: number; contacted: number; replied: number; converted: number };
export type FunnelReport = {
	total: FunnelCounts;
	byIntent: Record<string, FunnelCounts>;
	byAttempt: Record<string, FunnelCounts>;
	/** Those with most finds, at most 20. */
	byProduct: Record<string, FunnelCounts>;
	/** By local day, `YYYY-MM-DD`, of the find; days with any alone. */
	byDay: Record<string, FunnelCounts>;
	/** Of those that were dismissed, and of those that came back by themselves. */
	dismissed: Partial<Record<DismissReason, number>>;
	/** Conversations, each by what the last run that looked at it left it alone for. */
	skipped: Partial<Record<SkipReason, number>>;
};
