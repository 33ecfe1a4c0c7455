import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ExportFile } from "@/lib/settings/export-file";
import { ChangeList } from "../changes/change-list";
import { itemTitle } from "../changes/item-name";
import type { ShownPlan } from "./use-import";

type ImportPlanViewProps = { shown: ShownPlan; apply(): Promise<void>; applying: boolean; cancel(): void };

/** What an import would change, exactly, and doing it. */
export function ImportPlanView({ shown, apply, applying, cancel }: ImportPlanViewProps) {
	const { source, file, plan, again } = shown;
	const { changes, secretsMissing, locked } = plan;
	const title = useRef<HTMLHeadingElement>(null);
	// What was chosen is gone from the page; whoever uses the keyboard goes on with what took its place.
	useEffect(() => title.current?.focus(), []);
	return (
		<div className="rounded-xl bg-sunken p-4">
			<h3 ref={title} tabIndex={-1} className="break-all font-semibold outline-none">
				{source.file?.name ?? i18n.t("settings.privacy.import.pasted")}
			</h3>
			<About file={file as Partial<ExportFile>} />
			{again && (
				<Notice tone="warn" className="mt-3" title={i18n.t("settings.privacy.import.failures.replanned")} />
			)}
			{changes.length === 0 ? (
				<p className="mt-3">{i18n.t("settings.privacy.import.same")}</p>
			) : (
				<>
					<p className="mt-3 mb-2 font-medium">{i18n.t("settings.privacy.import.changes", changes.length)}</p>
					<div className="rounded-xl bg-surface">
						<ChangeList changes={changes} />
					</div>
				</>
			)}
			{secretsMissing.length > 0 && (
				<Notice tone="warn" className="mt-3" title={i18n.t("settings.privacy.import.secretsMissing")}>
					<Items paths={secretsMissing} />
					<p className="mt-1">{i18n.t("settings.privacy.import.secretsMissingText")}</p>
				</Notice>
			)}
			{locked.length > 0 && (
				<Notice tone="info" className="mt-3" title={i18n.t("settings.privacy.import.locked")}>
					<Items paths={locked} />
				</Notice>
			)}
			<div className="mt-4 flex flex-wrap justify-end gap-2">
				<Button onClick={cancel}>{i18n.t("settings.privacy.import.cancel")}</Button>
				{changes.length > 0 && (
					<Button look="primary" disabled={applying} onClick={() => void apply()}>
						{i18n.t("settings.privacy.import.apply")}
					</Button>
				)}
			</div>
		</div>
	);
}

/** When the file was exported, and whether secrets are in it. */
function About({ file }: { file: Partial<ExportFile> }) {
	const { moment } = useFormat();
	const at = typeof file.exported_at === "string" ? Date.parse(file.exported_at) : Number.NaN;
	return (
		<p className="text-[0.93rem] text-ink-soft">
			{!Number.isNaN(at) && (
				<>{i18n.t("settings.privacy.import.exported", [moment(new Date(at).toISOString())])} · </>
			)}
			{i18n.t(
				file.secrets === true
					? "settings.privacy.import.withSecrets"
					: "settings.privacy.import.withoutSecrets",
			)}
		</p>
	);
}

const Items = ({ paths }: { paths: readonly string[] }) => (
	<ul>
		{paths.map((path) => (
			<li key={path}>{itemTitle(path)}</li>
		))}
	</ul>
);
