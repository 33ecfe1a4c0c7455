const opening = /^\s*<(think|thinking|thought)>/i;
/** `</thinking>` */
const longestTag = 11;
const mayOpen = /^\s*(<[a-z]{0,8}>?)?$/i;

/**
 * Drops what a reasoning model thinks before it answers, where its server leaves that in the text: `<think>…</think>` at
 * the very beginning. Gives, for each piece of text, what of it belongs to the answer, and at the end what was held back.
 */
export function createThoughtFilter(): { take(text: string): string; end(): string } {
	let state: "beginning" | "thinking" | "answering" = "beginning";
	let held = "";
	function take(text: string): string {
		if (state === "answering") return text;
		held += text;
		if (state === "beginning") {
			const [opened] = opening.exec(held) ?? [];
			if (opened !== undefined) {
				state = "thinking";
				held = held.slice(opened.length);
			} else if (mayOpen.test(held)) return "";
			else return answer(held);
		}
		const closing = /<\/(think|thinking|thought)>/i.exec(held);
		if (!closing) {
			held = held.slice(-longestTag);
			return "";
		}
		const rest = held.slice(closing.index + closing[0].length);
		state = "beginning";
		held = "";
		return take(rest);
	}
	function answer(text: string): string {
		state = "answering";
		held = "";
		return text.trimStart();
	}
	return {
		take,
		end: () => (state === "beginning" ? answer(held) : ""),
	};
}
