/** A mark on the toolbar button; `title` says what it means. */
export type Mark = { text: string; title: string };

/** Who may mark the button, the most urgent first. */
const places = ["bridge", "outbox"] as const;

const marks = new Map<(typeof places)[number], Mark>();

/** Puts a mark on the toolbar button, or takes it away: of several the most urgent shows, and the title tells all. */
export async function setMark(place: (typeof places)[number], mark: Mark | undefined): Promise<void> {
	if (mark) marks.set(place, mark);
	else marks.delete(place);
	const shown = places.flatMap((name) => marks.get(name) ?? []);
	await chrome.action.setBadgeText({ text: shown[0]?.text ?? "" });
	await chrome.action.setBadgeBackgroundColor({ color: "#b3261e" });
	await chrome.action.setBadgeTextColor({ color: "#ffffff" });
	await chrome.action.setTitle({ title: ["Chatside", ...shown.map(({ title }) => title)].join(" · ") });
}
