import { originOf } from "@/lib/core/origin-of";
import { z } from "@/lib/core/schema";
import { reversed, type SettingsChange, type SettingsItems, settingsDifference } from "./items";

/** How many changes are kept. */
export const historyLength = 20;

/** What changed the settings: a tool by its name, or one of these. */
export type ChangeOrigin = string;

/** The origin of a change that a tool made for a program at the bridge, whose name is what it says of itself. */
export const programOrigin = (tool: string, program: string): ChangeOrigin => `${tool}@${program}`;

/** The way back: what made the change, and for whom if that was a program. */
export function readOrigin(origin: ChangeOrigin): { what: string; program?: string } {
	const at = origin.indexOf("@");
	return at < 0 ? { what: origin } : { what: origin.slice(0, at), program: origin.slice(at + 1) };
}

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

const modelServer = "assistant.base_url";
const nothingSent = { "assistant.api_key": "", "assistant.headers": {} };

/**
 * What undoing an entry of the history would change now: its items as they were before it. Empty when they are so
 * already. Credentials stay with the model server they were meant for: of another one than is set they do not come back,
 * and where undoing sets another one, those of now go.
 */
export function undoChanges(
	entry: HistoryEntry,
	current: SettingsItems,
	history: readonly HistoryEntry[],
): SettingsChange[] {
	const wanted = Object.fromEntries(reversed(entry.changes).map(({ path, after }) => [path, after]));
	if (modelServer in wanted) {
		if (originOf(wanted[modelServer]) !== originOf(current[modelServer]))
			for (const [path, none] of Object.entries(nothingSent)) wanted[path] ??= none;
	} else if (originOf(serverAfter(entry, current, history)) !== originOf(current[modelServer]))
		for (const path of Object.keys(nothingSent)) delete wanted[path];
	const now = Object.fromEntries(Object.keys(wanted).map((path) => [path, current[path]]));
	return settingsDifference(now, wanted);
}

/** The address of the model server at the time of an entry: what the first change of it since then found. */
function serverAfter(entry: HistoryEntry, current: SettingsItems, history: readonly HistoryEntry[]): unknown {
	const [first] = history
		.filter(({ id }) => id > entry.id)
		.toSorted((one, other) => one.id - other.id)
		.flatMap(({ changes }) => changes.filter(({ path }) => path === modelServer));
	return first ? first.before : current[modelServer];
}
