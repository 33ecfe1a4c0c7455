import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { classNames } from "@/components/ui/class-names";
import type { FunnelCounts } from "@/lib/followup/follow-up";
import { stages } from "./stages";

type CountsTableProps = {
	/** For screen readers. */
	caption: string;
	heading: string;
	rows: readonly { key: string; name: string; counts: FunnelCounts }[];
	/** Whether a bar below each name shows the numbers, too. */
	bars?: boolean;
};

/**
 * The steps of the funnel along something: a row for each. It scrolls by itself where there is no room for it; in a narrow
 * window each number stands beside the name of its step instead.
 */
export function CountsTable({ caption, heading, rows, bars }: CountsTableProps) {
	const { number } = useFormat();
	const highest = Math.max(...rows.map(({ counts }) => counts.found), 1);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
		<section aria-label={caption} tabIndex={0} className="mt-2 overflow-x-auto">
			<table className="w-full max-sm:block sm:min-w-[32rem]">
				<caption className="sr-only">{caption}</caption>
				<thead className="text-[0.86rem] text-ink-soft max-sm:sr-only">
					<tr>
						<th scope="col" className="pb-1 text-left font-normal">
							<span className={bars ? "sr-only" : undefined}>{heading}</span>
						</th>
						{stages.map(({ name }) => (
							<th key={name} scope="col" className="w-20 pb-1 pl-3 text-right font-normal">
								{i18n.t(`followUp.page.funnel.${name}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody className="max-sm:block">
					{rows.map(({ key, name, counts }) => (
						<tr
							key={key}
							className="border-line border-t max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4 max-sm:pb-1.5"
						>
							<th
								scope="row"
								className="break-words py-1.5 pr-3 text-left font-normal [overflow-wrap:anywhere] max-sm:col-span-2 max-sm:pr-0 max-sm:pb-0.5"
							>
								{name}
								{bars && (
									<span aria-hidden className="relative mt-1 block h-1.5 rounded-full bg-sunken">
										{stages.map((stage) => (
											<span
												key={stage.name}
												className={classNames("absolute inset-y-0 left-0 rounded-full", stage.colour)}
												style={{ width: `${(counts[stage.name] / highest) * 100}%` }}
											/>
										))}
									</span>
								)}
							</th>
							{stages.map((stage) => (
								<td
									key={stage.name}
									data-stage={i18n.t(`followUp.page.funnel.${stage.name}`)}
									className="py-1.5 pl-3 text-right align-top tabular-nums max-sm:flex max-sm:justify-between max-sm:gap-2 max-sm:py-0 max-sm:pl-0 max-sm:text-[0.86rem] max-sm:before:text-ink-soft max-sm:before:content-[attr(data-stage)]"
								>
									{number(counts[stage.name])}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
