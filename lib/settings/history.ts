import { z } from "@/lib/core/schema";
import { reversed, type SettingsChange, type SettingsItems, settingsDifference } from "./items";

/** How many changes are kept. */
export const historyLength = 20;

/** What changed the settings: a tool by its name, or one of these. */
export type ChangeOrigin = string;

const changeSchema = z.object({
	path: z.string(),
	before: z.unknown().optional(),
	after: z.unknown().optional(),
});

export const historyEntrySchema = z.object({
	/** Counts up. */
	id: z.number().int(),
	/** Milliseconds since the epoch. */
	at: z.number(),
	origin: z.string(),
	changes: z.array(changeSchema),
});
/** One change of the settings, with what is needed to take it back. Holds secrets: `maskChanges` before it is shown. */
export type HistoryEntry = {
	id: number;
	at: number;
	origin: ChangeOrigin;
	changes: SettingsChange[];
};

/** What can be read of a stored history, newest first. It is no setting: what is damaged of it is left out. */
export function readHistory(stored: unknown): HistoryEntry[] {
	if (!Array.isArray(stored)) return [];
	return stored.flatMap((entry) => {
		const parsed = historyEntrySchema.safeParse(entry);
		return parsed.success ? [parsed.data as HistoryEntry] : [];
	});
}

/** The history with one more entry at its front; the oldest fall off. */
export function addToHistory(
	history: readonly HistoryEntry[],
	entry: Omit<HistoryEntry, "id">,
): HistoryEntry[] {
	const id = Math.max(0, ...history.map(({ id }) => id)) + 1;
	return [{ id, ...entry }, ...history].slice(0, historyLength);
}

/** What undoing an entry would change now: its items as they were before it. Empty when they are so already. */
export function undoChanges(entry: HistoryEntry, current: SettingsItems): SettingsChange[] {
	const back = reversed(entry.changes);
	const only = (items: SettingsItems) =>
		Object.fromEntries(back.map(({ path }) => [path, items[path]] as const));
	return settingsDifference(only(current), Object.fromEntries(back.map(({ path, after }) => [path, after])));
}
