/**
 * Looks through the page's list of chats for rows that are not drawn, by scrolling it: down to its end, then from where it
 * was up to its beginning. The list is the user's: whatever they do in the page ends the search and leaves it to them.
 */
import type { ChatList } from "./chat-list";
import type { OpenFailure } from "./facts";

export type FindRowPorts = {
	/** The chat list, and its drawn rows with that title, read now. */
	readList(title: string): ChatList;
	/** Milliseconds; only differences count. */
	now(): number;
	wait(milliseconds: number): Promise<void>;
};

/** The search ends after this time, in ms: over a thousand chats where the page draws quickly. */
const longestMs = 6_000;
/** The page draws within a frame or two, or has nothing more to draw. In ms. */
const drawnMs = 30;
const drawnTries = 8;
/** Of the list's height. Rows at its edges are seen twice, in case the page draws no more than what is in view. */
const step = 0.8;

/** The only row with that title; else why there is none, and then the list is where it was, unless the user took it. */
export async function findRow(
	{ readList, now, wait }: FindRowPorts,
	title: string,
): Promise<Element | Exclude<OpenFailure, "no-page">> {
	let { pane, rows } = readList(title);
	if (!pane) return "not-found";
	const from = pane.scrollTop;
	const until = now() + longestMs;
	let way = 1;
	const user = new AbortController();
	const { signal } = user;
	for (const act of ["wheel", "pointerdown", "keydown"])
		window.addEventListener(act, () => user.abort(), { signal, capture: true });

	while (!rows[0] && now() < until) {
		const { scrollTop, textContent } = pane;
		pane.scrollTop += way * step * pane.clientHeight;
		if (pane.scrollTop === scrollTop) {
			if (way < 0) break;
			way = -1;
			pane.scrollTop = from;
		}
		for (let tries = 0; tries < drawnTries; tries++) {
			await wait(drawnMs);
			if (signal.aborted) return "interrupted";
			if (pane.textContent !== textContent) break;
		}
		({ rows } = readList(title));
	}
	user.abort();
	const [row, another] = rows;
	if (row && !another) return row;
	pane.scrollTop = from;
	return row ? "unsure" : "not-found";
}
