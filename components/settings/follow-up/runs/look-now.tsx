import { Eye, Play } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { usePreviewFollowUp, useRunFollowUp } from "@/components/hooks/use-follow-up-runs";
import { useNow } from "@/components/hooks/use-now";
import { usePreferences } from "@/components/hooks/use-preferences";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FollowUpRun } from "@/lib/followup/follow-up";
import { nextRun } from "@/lib/followup/schedule";
import { SettingsSection } from "../../settings-section";
import { PreviewView } from "./preview-view";

/** Starts a run by hand and shows how far it is, or what it would find. */
export function LookNow({ underWay }: { underWay?: FollowUpRun }) {
	const preferences = usePreferences().data;
	const { moment } = useFormat();
	const now = useNow();
	const run = useRunFollowUp();
	const preview = usePreviewFollowUp();
	const running = run.isPending || underWay !== undefined;
	const followUp = preferences?.ok ? preferences.value.followup : undefined;
	const next = followUp?.enabled ? nextRun(followUp, now) : null;
	const failure = run.error ?? preview.error;
	return (
		<>
			<SettingsSection
				anchor="now"
				title={i18n.t("followUp.page.run.title")}
				intro={i18n.t("followUp.page.run.intro")}
			>
				{preferences?.ok && !preferences.value.followup.enabled && (
					<p className="-mt-2 mb-4 text-ink-soft">{i18n.t("followUp.page.run.off")}</p>
				)}
				{next !== null && (
					<p className="-mt-2 mb-4 text-ink-soft">
						{i18n.t("followUp.look.next", [moment(new Date(next).toISOString())])}
					</p>
				)}
				<div className="flex flex-wrap gap-2">
					<Button
						look="primary"
						aria-disabled={running}
						className="aria-disabled:opacity-50"
						onClick={() => {
							if (running) return;
							preview.reset();
							run.mutate();
						}}
					>
						<Play aria-hidden />
						{running ? i18n.t("followUp.page.run.under") : i18n.t("followUp.page.run.now")}
					</Button>
					<Button disabled={preview.isPending || running} onClick={() => preview.mutate()}>
						<Eye aria-hidden />
						{i18n.t("followUp.page.run.preview")}
					</Button>
				</div>
				{underWay && <Progress run={underWay} />}
				<p role="status" className="mt-3 text-ink-soft empty:hidden">
					{run.data === false && underWay && i18n.t("followUp.page.run.busy")}
					{run.data && !underWay && i18n.t("followUp.page.run.next")}
				</p>
				{failure && (
					<Notice tone="bad" className="mt-4" title={i18n.t("followUp.unreadable")}>
						{failure.message}
					</Notice>
				)}
			</SettingsSection>
			{preview.data && <PreviewView previewed={preview.data} close={() => preview.reset()} />}
		</>
	);
}

function Progress({ run: { done, total, found } }: { run: FollowUpRun }) {
	const { number } = useFormat();
	const text = i18n.t("followUp.page.run.progress", [number(done), number(total), number(found)]);
	return (
		<div className="mt-4">
			<progress
				className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent"
				aria-label={i18n.t("followUp.page.run.under")}
				max={Math.max(total, 1)}
				value={done}
			/>
			<p className="mt-1 text-[0.93rem] text-ink-soft tabular-nums">{text}</p>
		</div>
	);
}
