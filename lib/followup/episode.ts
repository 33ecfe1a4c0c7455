import type { KeptMessage } from "./conversation";
import { mostCharacters } from "./text/tokens";

/** Of a chat only the last messages are looked at, and so many of their characters: a sale that is further up is over. */
export const mostMessages = 200;
const mostOfAll = 20_000;
/** After so long a silence something else began, in ms. */
const newEpisodeAfter = 30 * 24 * 60 * 60 * 1000;

/** The messages that are looked at: `latest` is what may be one sale, `earlier` what went before. */
export type Episode = { earlier: readonly KeptMessage[]; latest: readonly KeptMessage[] };

/** Splits a conversation at its last long silence. Messages without a time belong to those around them. */
export function latestEpisode(messages: readonly KeptMessage[]): Episode {
	const looked = lastMessages(messages);
	let later: number | null = null;
	for (let at = looked.length - 1; at >= 0; at--) {
		const time = looked[at]?.time ?? null;
		if (time === null) continue;
		if (later !== null && later - time > newEpisodeAfter) {
			return { earlier: looked.slice(0, at + 1), latest: looked.slice(at + 1) };
		}
		later = time;
	}
	return { earlier: [], latest: looked };
}

function lastMessages(messages: readonly KeptMessage[]): readonly KeptMessage[] {
	let characters = 0;
	let from = messages.length;
	while (from > 0 && messages.length - from < mostMessages && characters < mostOfAll) {
		from--;
		characters += Math.min(messages[from]?.text?.length ?? 0, mostCharacters);
	}
	return messages.slice(from);
}
