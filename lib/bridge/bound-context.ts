import { originOf } from "@/lib/core/origin-of";
import { fail } from "@/lib/core/result";
import { type HistoryEntry, programOrigin } from "@/lib/settings/history";
import { type SettingsChange, settingsDifference, settingsItems } from "@/lib/settings/items";
import { settingsSchema } from "@/lib/settings/schema";
import type { ToolContext } from "@/lib/tools/context";
import { errorsOf } from "./dry-run";
import { type Effects, sameChanges } from "./effects";

/** A context in which nothing can happen but what was looked at before. */
export type BoundContext = {
	context: ToolContext;
	/** Whether the tool wanted something else, and so did nothing of it. */
	strayed(): boolean;
	/** The entry of the settings' history that came of it. */
	history(): Pick<HistoryEntry, "id" | "at"> | undefined;
};

/**
 * Binds a tool to `effects`: settings are changed only if that makes exactly these changes, which is decided in the same
 * step that writes them; requests go only to the servers they were seen to go to; errors are forgotten only where that
 * was seen too. The history of the settings says which program it was for.
 */
export function bindContext(context: ToolContext, effects: Effects, program: string): BoundContext {
	const { settings, http, crmHealth } = context;
	const origins = new Set(effects.requests.map(({ url }) => originOf(url)));
	let strayed = false;
	let history: Pick<HistoryEntry, "id" | "at"> | undefined;
	return {
		strayed: () => strayed,
		history: () => history,
		context: {
			...context,
			settings: {
				...settings,
				async update(change, tool) {
					const origin = programOrigin(tool, program);
					let isOther = false;
					const updated = await settings.update((current) => {
						const wanted = settingsSchema.parse(change(current));
						const changes = settingsDifference(settingsItems(current), settingsItems(wanted));
						isOther = !sameChanges(changes, effects.changes);
						return isOther ? current : wanted;
					}, origin);
					if (isOther) {
						strayed = true;
						return fail({ reason: "settings-changed" });
					}
					if (updated.ok) history = await entryOf(context, origin, updated.value);
					return updated;
				},
			},
			async http(request, options) {
				if (origins.has(originOf(request.url))) return http(request, options);
				strayed = true;
				return fail({ reason: "cancelled" });
			},
			crmHealth: {
				...crmHealth,
				async reset(types) {
					const errors = effects.resets ? [] : await errorsOf(context, types);
					if (errors.some((one) => one.errors > 0)) strayed = true;
					else await crmHealth.reset(types);
				},
			},
		},
	};
}

async function entryOf({ settings }: ToolContext, origin: string, changes: readonly SettingsChange[]) {
	if (changes.length === 0) return undefined;
	const entries = await settings.history();
	const entry = entries.find((one) => one.origin === origin && sameChanges(one.changes, changes));
	return entry && { id: entry.id, at: entry.at };
}
