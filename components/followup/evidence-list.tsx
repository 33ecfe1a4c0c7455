import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import type { IntentLevel } from "@/lib/followup/finding";
import type { FollowUp } from "@/lib/followup/follow-up";
import { levelFrom, levelOf } from "@/lib/followup/weights";
import { signalText, weightText } from "./follow-up-words";

/** What a find is based on: each sign with the sentence that shows it and how much it counts, their sum, and what that comes to. */
export function EvidenceList({ name, finding }: Pick<FollowUp, "name" | "finding">) {
	const { locale } = useFormat();
	const { evidence, score, intentLevel } = finding;
	const sum = evidence.reduce((total, { weight }) => total + weight, 0);
	const from = (level: IntentLevel) => new Intl.NumberFormat(locale).format(levelFrom[level]);
	return (
		<div>
			<ul className="space-y-2">
				{evidence.map(({ signal, weight, messageId, sentence }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: one message may show one sign twice
					<li key={index} className="border-line border-l-2 pl-2.5">
						<p className="flex items-baseline gap-2 text-[0.93rem]">
							<span className="min-w-0 break-words">{signalText(signal, name)}</span>
							<span className="ml-auto shrink-0 text-ink-soft tabular-nums">
								{weightText(weight, locale)}
							</span>
						</p>
						{sentence && (
							<p className="break-words text-[0.93rem] text-ink-soft [overflow-wrap:anywhere]">
								{messageId === null ? `${i18n.t("followUp.fromCrm")}: ${sentence}` : `“${sentence}”`}
							</p>
						)}
					</li>
				))}
			</ul>
			<p className="mt-2 flex items-baseline gap-2 border-line border-t pt-1.5 font-medium text-[0.93rem]">
				{i18n.t("followUp.sum")}
				<span className="ml-auto tabular-nums">{weightText(sum, locale)}</span>
			</p>
			<p className="text-[0.86rem] text-ink-soft">
				{i18n.t("followUp.levels", [from("low"), from("medium"), from("high")])}
				{levelOf(score) !== intentLevel && ` ${i18n.t("followUp.modelJudged")}`}
			</p>
		</div>
	);
}
