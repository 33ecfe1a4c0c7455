import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import type { Evidence } from "@/lib/followup/finding";
import { signalText, weightText } from "./follow-up-words";

/** What a find is based on: each sign with the sentence that shows it, and how much it counts. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
	const { locale } = useFormat();
	return (
		<ul className="space-y-2">
			{evidence.map(({ signal, weight, messageId, sentence }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: one message may show one sign twice
				<li key={index} className="border-line border-l-2 pl-2.5">
					<p className="flex items-baseline gap-2 text-[0.93rem]">
						<span className="min-w-0 break-words">{signalText(signal)}</span>
						<span className="ml-auto shrink-0 text-ink-soft tabular-nums">{weightText(weight, locale)}</span>
					</p>
					{sentence && (
						<p className="break-words text-[0.93rem] text-ink-soft [overflow-wrap:anywhere]">
							{messageId === null ? `${i18n.t("followUp.fromCrm")}: ${sentence}` : `“${sentence}”`}
						</p>
					)}
				</li>
			))}
		</ul>
	);
}
