/** How a suggested reply sounds. */
export const tones = ["friendly", "brief", "formal"] as const;
export type Tone = (typeof tones)[number];

/** What the agent asks of the assistant. */
export type Task =
	| { kind: "suggest"; tone: Tone }
	| { kind: "summarize" }
	/** A question of the agent's own, about this customer. */
	| { kind: "ask"; question: string };

/** In characters: the longest question that is taken. */
export const longestQuestion = 2_000;
