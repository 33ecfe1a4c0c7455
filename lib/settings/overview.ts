import type { SettingsReadFailure } from "./failure";
import { type HistoryEntry, undoChanges } from "./history";
import { settingsItems } from "./items";
import type { PolicyProblem } from "./policy";
import { type MaskedChange, maskChanges } from "./secrets";
import type { SettingsStore } from "./store";

/** A change of the history as it is shown, and what undoing it would do now; nothing when that is done already. */
export type ShownHistoryEntry = Omit<HistoryEntry, "changes"> & {
	changes: MaskedChange[];
	undo: MaskedChange[];
};

/** The state of the settings themselves. Without secrets. */
export type SettingsOverview = {
	/** Why they cannot be read; `lastGood` tells whether there is a copy to go back to. */
	failure?: SettingsReadFailure;
	lastGood: boolean;
	/** Paths of items set by the organisation (lib/settings/items). */
	locked: string[];
	policyProblems: PolicyProblem[];
	/** Newest first. */
	history: ShownHistoryEntry[];
};

export async function settingsOverview(settings: SettingsStore): Promise<SettingsOverview> {
	const [read, policy, history, lastGood] = await Promise.all([
		settings.read(),
		settings.policy(),
		settings.history(),
		settings.lastGood(),
	]);
	const current = read.ok ? settingsItems(read.value) : undefined;
	return {
		...(!read.ok && { failure: read.failure }),
		lastGood: lastGood !== undefined,
		locked: Object.keys(policy.items),
		policyProblems: policy.problems,
		history: history.map((entry) => ({
			...entry,
			changes: maskChanges(entry.changes),
			undo: current ? maskChanges(undoChanges(entry, current, history)) : [],
		})),
	};
}
