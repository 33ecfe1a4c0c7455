import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { signalText } from "@/components/followup/follow-up-words";
import { useFormat } from "@/components/format/use-format";
import { useLearnedWeights, useResetLearnedWeights } from "@/components/hooks/use-learned-weights";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { signals } from "@/lib/followup/signal";
import { SettingsSection } from "../../settings-section";

/** How much each sign counts after what the agent dismissed, and the way to forget that. */
export function LearnedWeights() {
	const { locale } = useFormat();
	const { data } = useLearnedWeights();
	const reset = useResetLearnedWeights();
	const [asking, setAsking] = useState(false);
	if (!data) return null;
	const learned = signals.flatMap((signal) => {
		const factor = data[signal];
		return factor === undefined || factor === 1 ? [] : [{ signal, factor }];
	});
	const percent = new Intl.NumberFormat(locale, { style: "percent" });
	return (
		<SettingsSection
			anchor="weights"
			title={i18n.t("followUp.page.weights.title")}
			intro={i18n.t("followUp.page.weights.intro")}
		>
			{learned.length === 0 ? (
				<p className="text-ink-soft">{i18n.t("followUp.page.weights.none")}</p>
			) : (
				<>
					<table className="w-full max-w-md">
						<thead className="text-left text-[0.86rem] text-ink-soft">
							<tr>
								<th scope="col" className="pb-1 font-normal">
									{i18n.t("followUp.page.weights.sign")}
								</th>
								<th scope="col" className="pb-1 text-right font-normal">
									{i18n.t("followUp.page.weights.counts")}
								</th>
							</tr>
						</thead>
						<tbody>
							{learned.map(({ signal, factor }) => (
								<tr key={signal} className="border-line border-t">
									<th scope="row" className="py-1.5 text-left font-normal">
										{signalText(signal, i18n.t("followUp.theCustomer"))}
									</th>
									<td className="py-1.5 text-right tabular-nums">{percent.format(factor)}</td>
								</tr>
							))}
						</tbody>
					</table>
					<Button size="small" className="mt-3" onClick={() => setAsking(true)}>
						<RotateCcw aria-hidden />
						{i18n.t("followUp.page.weights.reset")}
					</Button>
				</>
			)}
			{asking && (
				<Dialog
					title={i18n.t("followUp.page.weights.ask")}
					close={() => setAsking(false)}
					actions={
						<>
							<Button onClick={() => setAsking(false)}>{i18n.t("connect.cancel")}</Button>
							<Button
								look="danger"
								disabled={reset.isPending}
								onClick={() => reset.mutate(undefined, { onSettled: () => setAsking(false) })}
							>
								{i18n.t("followUp.page.weights.reset")}
							</Button>
						</>
					}
				>
					{i18n.t("followUp.page.weights.askText")}
				</Dialog>
			)}
		</SettingsSection>
	);
}
