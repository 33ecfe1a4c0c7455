import type { Objection, Signal } from "./signal";

/** From which score on it is `medium` and `high`; from `low` on it is a find at all. */
export const intentLevels = ["low", "medium", "high"] as const;
export type IntentLevel = (typeof intentLevels)[number];

/**
 * How it ended so far. `pending`: something is open, the customer wanted to think or waits for us; `abandoned`: the
 * customer fell silent after what we said; `lost`: the customer gave it up, with a reason that may pass.
 */
export const outcomes = ["abandoned", "pending", "lost"] as const;
export type Outcome = (typeof outcomes)[number];

export const languages = ["en", "es", "pt"] as const;
export type Language = (typeof languages)[number];

/** What a conversation is written in. `mixed`: no language has most of it; `unknown`: too little to tell. */
export type ConversationLanguage = Language | "mixed" | "unknown";

/** A part of the score, and what it is based on. */
export type Evidence = {
	signal: Signal;
	/** What it adds to the score; negative where it speaks against a sale. */
	weight: number;
	/** `null` where no message shows it (an abandoned cart). */
	messageId: string | null;
	/** As written, cut where it is long; empty where no message shows it. */
	sentence: string;
};

/** A sale that can be recovered. */
export type Finding = {
	intentLevel: IntentLevel;
	outcome: Outcome;
	productMentioned: string | null;
	customerObjection: Objection | null;
	/** The sum of the evidence's weights, at least 0 and at most 1. */
	score: number;
	/** Strongest first. */
	evidence: Evidence[];
	language: ConversationLanguage;
	/** Who wrote the last message whose direction is known. A customer who waits for our answer is `incoming`. */
	lastWordBy: "incoming" | "outgoing" | "unknown";
	/** ms since the last message with a time, never negative; `null` when no message has one. */
	silentForMs: number | null;
};

/**
 * Why a conversation is none. A customer who waits for our answer is not among them: a question about a price that was
 * never answered is a sale to recover (`pending`, last word `incoming`).
 */
export const noFindingReasons = [
	"group",
	"no-text",
	"bought",
	"said-stop",
	"declined",
	"angry",
	"not-a-sale",
	"excluding-word",
	"too-little",
] as const;
export type NoFindingReason = (typeof noFindingReasons)[number];

/** Why there is nothing to follow up, and the message that shows it, if one does. */
export type NoFinding = { reason: NoFindingReason; messageId: string | null; sentence: string };

export type Analysis = { found: true; finding: Finding } | ({ found: false } & NoFinding);
