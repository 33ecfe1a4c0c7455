import { i18n } from "#i18n";
import { useUndoChange } from "@/components/hooks/use-settings-overview";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { canonicalJson } from "@/lib/settings/items";
import type { ShownHistoryEntry } from "@/lib/settings/overview";
import { ChangeList } from "../changes/change-list";
import { settingsFailureText } from "../settings-failure-text";

/** Shows exactly what taking a change back does now, and does it. */
export function UndoDialog({ entry, close }: { entry: ShownHistoryEntry; close(): void }) {
	const undo = useUndoChange();
	const toast = useToast();
	const run = async () => {
		const undone = await undo.mutateAsync(entry.id);
		if (!undone.ok) return;
		toast({ text: i18n.t("settings.history.undo.done") });
		close();
	};
	return (
		<Dialog
			wide
			title={i18n.t("settings.history.undo.title")}
			close={close}
			actions={
				<>
					<Button onClick={close}>{i18n.t("connect.cancel")}</Button>
					<Button look="primary" disabled={undo.isPending} onClick={() => void run()}>
						{i18n.t("settings.undo")}
					</Button>
				</>
			}
		>
			<p className="mb-3">{i18n.t("settings.history.undo.text")}</p>
			<div className="text-ink">
				<ChangeList changes={entry.undo} />
			</div>
			{changedSince(entry) && (
				<Notice tone="warn" className="mt-3" title={i18n.t("settings.history.undo.later")} />
			)}
			{undo.data?.ok === false && (
				<Notice tone="bad" className="mt-3" title={i18n.t("settings.history.undo.failed")}>
					{settingsFailureText(undo.data.failure)}
				</Notice>
			)}
		</Dialog>
	);
}

/** Whether something that would be taken back is no longer as this change left it. Secrets do not count: they are masked. */
function changedSince({ changes, undo }: ShownHistoryEntry): boolean {
	return undo.some(({ path, before }) => {
		const made = changes.find((change) => change.path === path);
		return canonicalJson(made?.after) !== canonicalJson(before);
	});
}
