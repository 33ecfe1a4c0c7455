import { type FormEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import { useDeleteStoredData } from "@/components/hooks/use-stored-data";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { SettingsSection } from "../settings-section";

/** Deletes everything Chatside has stored, after a word was typed. */
export function DeleteEverything() {
	const [asking, setAsking] = useState(false);
	return (
		<SettingsSection
			anchor="delete"
			title={i18n.t("settings.privacy.remove.section")}
			intro={i18n.t("settings.privacy.remove.everythingText")}
		>
			<Button className="border-bad/50 text-bad hover:bg-bad-soft" onClick={() => setAsking(true)}>
				{i18n.t("settings.privacy.remove.everything")}
			</Button>
			{asking && <Confirm close={() => setAsking(false)} />}
		</SettingsSection>
	);
}

function Confirm({ close }: { close(): void }) {
	const [typed, setTyped] = useState("");
	const remove = useDeleteStoredData();
	const toast = useToast();
	const form = useId();
	const word = i18n.t("settings.privacy.remove.word");
	const ready = typed.trim().toLocaleLowerCase() === word && !remove.isPending;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (!ready) return;
		await remove.mutateAsync("everything");
		toast({ text: i18n.t("settings.privacy.remove.done") });
		close();
	};
	return (
		<Dialog
			title={i18n.t("settings.privacy.remove.everythingTitle")}
			close={close}
			actions={
				<>
					<Button onClick={close}>{i18n.t("connect.cancel")}</Button>
					<Button type="submit" form={form} look="danger" disabled={!ready}>
						{i18n.t("settings.privacy.remove.confirm")}
					</Button>
				</>
			}
		>
			<form id={form} onSubmit={(event) => void submit(event)} className="space-y-3">
				<p>{i18n.t("settings.privacy.remove.everythingText")}</p>
				<p>{i18n.t("settings.privacy.remove.exportFirst")}</p>
				<p>{i18n.t("settings.privacy.remove.everythingHosts")}</p>
				<div className="text-ink">
					<Field label={i18n.t("settings.privacy.remove.typeWord", [word])}>
						{(props) => (
							<Input
								{...props}
								autoFocus
								autoComplete="off"
								spellCheck={false}
								value={typed}
								onChange={(event) => setTyped(event.target.value)}
							/>
						)}
					</Field>
				</div>
			</form>
		</Dialog>
	);
}
