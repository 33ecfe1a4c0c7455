import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onSettingsChanged, onStored } from "@/lib/platform/storage";
import { settingsKeys } from "@/lib/settings/keys";
import { assistantKey } from "./use-assistant-settings";
import { preferencesKey } from "./use-preferences";
import { selectorsKey } from "./use-selector-overrides";
import { settingsOverviewKey } from "./use-settings-overview";
import { toolQueriesKey } from "./use-tool";

/** Reads settings again whenever any page or tool has changed them. Renders nothing. */
export function RefetchSettings(): null {
	const client = useQueryClient();
	useEffect(() => {
		const controller = new AbortController();
		const refetch = async (queryKey: readonly string[]) => {
			// A first read that is under way may have missed the change, and would not be started again otherwise.
			await client.cancelQueries({ queryKey });
			await client.invalidateQueries({ queryKey });
		};
		onSettingsChanged(() => {
			for (const queryKey of [
				toolQueriesKey,
				selectorsKey,
				settingsOverviewKey,
				preferencesKey,
				assistantKey,
			])
				void refetch(queryKey);
		}, controller.signal);
		// What is left of the history, and what there is to go back to, can change without the settings.
		onStored((names) => {
			if (Object.values(settingsKeys).some((name) => names.includes(name))) void refetch(settingsOverviewKey);
		}, controller.signal);
		return () => controller.abort();
	}, [client]);
	return null;
}
