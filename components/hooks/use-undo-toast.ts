import { i18n } from "#i18n";
import { useToast } from "@/components/ui/toast";
import { sendMessage } from "@/lib/messaging/client";

/**
 * Tells that an item of the settings (lib/settings/items, by its path) was changed a moment ago, with a button that
 * takes just that change back.
 */
export function useUndoToast(): (text: string, path: string) => Promise<void> {
	const toast = useToast();
	return async (text, path) => {
		const { history } = await sendMessage("getSettingsOverview");
		const entry = history.find(({ changes }) => changes.some((change) => change.path === path));
		toast({
			text,
			...(entry && {
				action: {
					label: i18n.t("settings.undo"),
					run: () => void sendMessage("undoChange", { id: entry.id }),
				},
			}),
		});
	};
}
