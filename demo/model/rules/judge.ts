import { type Answer, say } from "../answer";
import type { ChatRequest } from "../chat-request";
import type { Situation } from "./situation";

/** Whether a find of the follow-up is to be judged: the instructions ask for a level, and the data tells the find. */
export const isJudged = ({ messages }: ChatRequest, { facts }: Situation): boolean =>
	typeof facts.message_without_a_model === "string" &&
	messages.some(({ role, content }) => role === "system" && content.includes('"intent_level"'));

/** Agrees with what was found, and says it a little warmer. */
export const judge = ({ facts }: Situation): Answer =>
	say(
		JSON.stringify({
			intent_level: facts.intent_level,
			suggested_message: `${facts.message_without_a_model} 😊`,
		}),
	);
