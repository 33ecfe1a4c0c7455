import { useRef, useState } from "react";
import { i18n } from "#i18n";
import { useUndoToast } from "@/components/hooks/use-undo-toast";
import { Notice } from "@/components/ui/notice";
import { SettingsSection } from "../settings-section";
import { FileDrop } from "./file-drop";
import { importFailureText } from "./import-failure-text";
import { ImportPlanView } from "./import-plan-view";
import { PasteText } from "./paste-text";
import { useImport } from "./use-import";

/** Imports settings from a file or a pasted text: first what would change, then all of it or nothing. */
export function ImportPart() {
	const undoToast = useUndoToast();
	const [text, setText] = useState("");
	const planned = useRef(false);
	const steps = useImport(() => {
		setText("");
		void undoToast(i18n.t("settings.privacy.import.done"), { origin: "import" });
	});
	if (steps.shown) planned.current = true;
	return (
		<SettingsSection
			anchor="import"
			title={i18n.t("settings.privacy.import.title")}
			intro={i18n.t("settings.privacy.import.intro")}
		>
			{steps.problem && (
				<Notice tone="bad" className="mb-4" title={i18n.t("settings.privacy.import.refused")}>
					<span className="whitespace-pre-line">{importFailureText(steps.problem)}</span>
				</Notice>
			)}
			{steps.shown ? (
				<ImportPlanView
					shown={steps.shown}
					apply={steps.apply}
					applying={steps.applying}
					cancel={steps.cancel}
				/>
			) : (
				<>
					<FileDrop focused={planned.current} choose={(file) => void steps.lookAtFile(file)} />
					<PasteText text={text} change={setText} look={() => void steps.lookAtText(text)} />
				</>
			)}
		</SettingsSection>
	);
}
