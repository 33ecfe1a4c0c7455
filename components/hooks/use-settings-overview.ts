import { useMutation, useQuery } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";

export const settingsOverviewKey = ["settings-overview"];

/** Whether the settings can be read, what is locked, and their last changes. */
export function useSettingsOverview() {
	return useQuery({
		queryKey: settingsOverviewKey,
		queryFn: () => sendMessage("getSettingsOverview"),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

/** Whether an item of the settings (lib/settings/items) is set by the organisation. */
export function useLocked(path: string): boolean {
	return useSettingsOverview().data?.locked.includes(path) ?? false;
}

/** Puts unreadable settings aside and begins again with the last good copy. */
export function useRestoreSettings() {
	return useMutation({ mutationFn: () => sendMessage("restoreSettings") });
}

/** Takes one change of the history back. */
export function useUndoChange() {
	return useMutation({ mutationFn: (id: number) => sendMessage("undoChange", { id }) });
}
