import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onSettingsChanged } from "@/lib/platform/storage";
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
			for (const queryKey of [toolQueriesKey, selectorsKey, settingsOverviewKey, preferencesKey])
				void refetch(queryKey);
		}, controller.signal);
		return () => controller.abort();
	}, [client]);
	return null;
}
