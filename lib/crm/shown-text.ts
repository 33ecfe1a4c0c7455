/** In UTF-16 units. Nobody reads more of one field beside a chat, and a browser takes seconds to lay out megabytes. */
export const longestText = 5_000;

/** A text of an answer as it is kept and shown: one that is too long ends with `…`, and never with half a character. */
export function shownText(text: string): string {
	if (text.length <= longestText) return text;
	return `${text.slice(0, longestText).replace(/[\ud800-\udbff]$/, "")}…`;
}
