import { RotateCw } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useFollowUpRuns, useRunFollowUp } from "@/components/hooks/use-follow-up-runs";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { nextRun } from "@/lib/followup/schedule";
import type { FollowUpPreferences } from "@/lib/followup/settings";

/** When it looked last and looks next, whether somebody waits because the CRM did not answer, and the way to look now. */
export function LookState({ settings }: { settings: FollowUpPreferences }) {
	const format = useFormat();
	const now = useNow();
	const run = useRunFollowUp();
	const last = useFollowUpRuns().data?.[0];
	const looking = run.isPending || (last !== undefined && last.endedAt === undefined);
	const next = settings.enabled ? nextRun(settings, now) : null;
	const nextText =
		next === null
			? i18n.t("followUp.look.notByItself")
			: i18n.t("followUp.look.next", [format.moment(new Date(next).toISOString())]);
	const waiting = looking ? 0 : (last?.kept ?? 0);
	const button = (
		<Button
			size="small"
			className="shrink-0 aria-disabled:opacity-50"
			aria-disabled={looking}
			onClick={() => !looking && run.mutate()}
		>
			<RotateCw aria-hidden />
			{i18n.t(
				looking ? "followUp.page.run.under" : waiting > 0 ? "followUp.look.again" : "followUp.page.run.now",
			)}
		</Button>
	);
	if (waiting > 0)
		return (
			<Notice tone="warn" className="m-3" title={i18n.t("followUp.look.waits", waiting)} action={button}>
				{i18n.t("followUp.look.waitsFor")} {nextText}
			</Notice>
		);
	return (
		<div className="flex items-center gap-2 border-line border-b px-4 py-2 text-[0.86rem] text-ink-soft">
			<p className="min-w-0 flex-1">
				{last?.endedAt === undefined
					? !looking && i18n.t("followUp.look.never")
					: i18n.t("followUp.look.last", [format.ago(last.endedAt, now)])}{" "}
				{nextText}
			</p>
			{button}
		</div>
	);
}
