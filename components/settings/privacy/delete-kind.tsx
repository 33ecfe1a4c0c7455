import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useDeleteStoredData } from "@/components/hooks/use-stored-data";
import { useUndoToast } from "@/components/hooks/use-undo-toast";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { StoredKindName } from "@/lib/platform/stored-kind";
import { settingsFailureText } from "../settings-failure-text";

/** Asks before one kind of data is deleted, saying what is different afterwards. */
export function DeleteKind({ kind, close }: { kind: StoredKindName; close(): void }) {
	const remove = useDeleteStoredData();
	const toast = useToast();
	const undoToast = useUndoToast();
	const key = messageKey(kind);
	const title = i18n.t(`settings.privacy.stored.kinds.${key}.title`);
	const run = async () => {
		const removed = await remove.mutateAsync(kind);
		if (!removed.ok) return;
		close();
		const text = i18n.t(`settings.privacy.stored.kinds.${key}.removed`);
		if (kind === "settings") await undoToast(text, { origin: "reset" });
		else toast({ text });
	};
	return (
		<Dialog
			title={i18n.t("settings.privacy.remove.title", [title])}
			close={close}
			actions={
				<>
					<Button onClick={close}>{i18n.t("connect.cancel")}</Button>
					<Button look="danger" disabled={remove.isPending} onClick={() => void run()}>
						{i18n.t("settings.privacy.remove.confirm")}
					</Button>
				</>
			}
		>
			<p>{i18n.t(`settings.privacy.stored.kinds.${key}.remove`)}</p>
			{remove.data?.ok === false && (
				<Notice tone="bad" className="mt-3" title={i18n.t("settings.privacy.stored.failed")}>
					{settingsFailureText(remove.data.failure)}
				</Notice>
			)}
		</Dialog>
	);
}
