import type { Result } from "@/lib/core/result";
import type { SeenContext } from "./context";

/**
 * Whether others' words are in what a model is shown: a message that is not surely the agent's own, or anything the CRM
 * told. A picture without a caption says nothing.
 */
export const isTainted = ({ messages, facts }: SeenContext): boolean =>
	facts !== undefined ||
	messages.some(({ from, text, author }) => from !== "agent" && (text !== undefined || author !== undefined));

/** Whether a call brought others' words: whatever a server answered. What failed is told in words of our own. */
export const bringsTaint = (outcome: Result<unknown, unknown>): boolean => outcome.ok;
