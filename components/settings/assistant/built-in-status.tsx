import { Download, LoaderCircle } from "lucide-react";
import { i18n } from "#i18n";
import {
	type BuiltInState,
	useBuiltInState,
	useDownloadBuiltIn,
} from "@/components/hooks/use-built-in-model";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

const tones: Record<BuiltInState, Tone> = {
	unsupported: "neutral",
	unavailable: "neutral",
	downloadable: "accent",
	downloading: "accent",
	available: "good",
};

/** Whether this browser has a model of its own, found out now, and the way to get it. */
export function BuiltInStatus({ chosen }: { chosen: boolean }) {
	const state = useBuiltInState();
	const { download, isDownloading, failed, part } = useDownloadBuiltIn();
	if (!state) return null;
	const shown = isDownloading ? "downloading" : state;
	return (
		<div className="mt-2 ml-6.5" data-built-in={shown}>
			<p className="flex flex-wrap items-center gap-x-2 gap-y-1">
				<Badge tone={tones[shown]}>{i18n.t(`assistantSettings.builtIn.${shown}.badge`)}</Badge>
				<span className="text-[0.86rem] text-ink-soft">
					{i18n.t(`assistantSettings.builtIn.${shown}.text`)}
				</span>
			</p>
			{isDownloading && (
				<progress
					className="mt-2 h-1.5 w-full accent-accent"
					aria-label={i18n.t("assistantSettings.builtIn.downloading.badge")}
					value={part}
				/>
			)}
			{chosen && shown === "downloadable" && (
				<Button size="small" className="mt-2" onClick={() => download()}>
					<Download aria-hidden />
					{i18n.t("assistantSettings.builtIn.download")}
				</Button>
			)}
			{chosen && state === "downloading" && !isDownloading && (
				<LoaderCircle aria-hidden className="mt-2 size-4 animate-spin text-ink-soft" />
			)}
			{failed && (
				<p role="alert" className="mt-1 text-[0.86rem] text-bad">
					{i18n.t("assistantSettings.builtIn.failed")}
				</p>
			)}
		</div>
	);
}
