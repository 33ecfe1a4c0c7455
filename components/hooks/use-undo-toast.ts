import { i18n } from "#i18n";
import { useToast } from "@/components/ui/toast";
import { sendMessage } from "@/lib/messaging/client";
import type { ChangeOrigin } from "@/lib/settings/history";

/**
 * Tells that the settings were changed a moment ago, with a button that takes just that change back: the last one of
 * an item (lib/settings/items, by its path), or of an origin.
 */
export function useUndoToast(): (text: string, what: string | { origin: ChangeOrigin }) => Promise<void> {
	const toast = useToast();
	return async (text, what) => {
		const { history } = await sendMessage("getSettingsOverview");
		const entry = history.find(({ origin, changes }) =>
			typeof what === "string" ? changes.some(({ path }) => path === what) : origin === what.origin,
		);
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
