import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { useUnsavedChanges } from "./shell/unsaved-changes";

type SaveBarProps = {
	/** Whether the form differs from what is stored. */
	dirty: boolean;
	saving: boolean;
	discard(): void;
	/** The id of the form, for a bar that stands outside it. */
	form?: string;
};

/** Stands at the foot of a form while it holds something unsaved, wherever the page is scrolled to; its *Save* submits. */
export function SaveBar({ dirty, saving, discard, form }: SaveBarProps) {
	useUnsavedChanges(dirty);
	if (!dirty) return null;
	return (
		<div
			data-save-bar
			className="sticky bottom-3 z-10 mt-5 flex items-center gap-2 rounded-xl border border-line bg-surface py-2 pr-2 pl-4 shadow-lg max-sm:pl-3"
		>
			<p className="mr-auto min-w-0 text-ink-soft max-sm:text-[0.86rem] max-sm:leading-tight">
				{i18n.t("settings.unsavedBar")}
			</p>
			<Button className="max-sm:px-2.5" onClick={discard}>
				{i18n.t("settings.discard")}
			</Button>
			{/* Not disabled while it saves: it would lose the focus, and a question that is asked could not give it back. */}
			<Button
				type="submit"
				form={form}
				look="primary"
				className="max-sm:px-2.5"
				aria-disabled={saving}
				onClick={(event) => saving && event.preventDefault()}
			>
				{i18n.t("settings.save")}
			</Button>
		</div>
	);
}
