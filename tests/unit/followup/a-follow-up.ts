import type { FollowUp } from "@/lib/followup/follow-up";

/** A follow-up as a run finds it. */
export const aFollowUp = (more: Partial<FollowUp> = {}): FollowUp => ({
	id: "one 1",
	conversation: "one",
	chat: { title: "Lucía" },
	phone: "+34600000001",
	name: "Lucía",
	finding: {
		intentLevel: "high",
		outcome: "abandoned",
		productMentioned: null,
		customerObjection: "price",
		score: 0.8,
		evidence: [{ signal: "price-asked", weight: 0.4, messageId: "a", sentence: "How much is it?" }],
		language: "en",
		lastWordBy: "outgoing",
		silentForMs: 1,
	},
	suggestedMessage: "Hello again",
	byModel: false,
	attempt: 1,
	crmOrderFound: false,
	state: "due",
	foundAt: 1_000,
	...more,
});
