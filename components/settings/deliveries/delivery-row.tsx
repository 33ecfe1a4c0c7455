import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { readPhone } from "@/lib/contacts/phone";
import type { DeliveryRow as Row } from "@/lib/webhooks/delivery-filter";
import type { RowPlace } from "../row-list";
import { hrefOf } from "../shell/place";
import { attemptResult, lookOf, type Queue, waitingText } from "./delivery-words";
import type { Times } from "./use-times";
import { targetOfDelivery } from "./view";

/** Every row is as high, in CSS pixels: places in a long list are computed, not measured. */
export const rowHeight = 62;

type DeliveryRowProps = {
	row: Row;
	place: RowPlace;
	isSelected: boolean;
	queue: Queue;
	times: Times;
	now: number;
	toggle(range: boolean): void;
};

/** One delivery in the list: what, for whom, how it went and what comes next. Opens its details. */
export function DeliveryRow(props: DeliveryRowProps) {
	const { row, place, isSelected, queue, times, now, toggle } = props;
	const { isCurrent, focused } = place;
	const { icon: Icon, tone } = lookOf(row);
	const name = (row.phone && (readPhone(row.phone)?.display ?? row.phone)) ?? row.id;
	const result = row.lastAttempt && attemptResult(row.lastAttempt);
	const details = [
		row.contactName,
		row.event,
		result,
		row.status === "delivered" &&
			row.lastAttempt?.latencyMs !== undefined &&
			times.latency(row.lastAttempt.latencyMs),
		row.status === "cancelled" &&
			row.lastAttempt?.failure === undefined &&
			row.lastAttempt &&
			i18n.t("settings.deliveries.cancelledMeanwhile.arrivedShort"),
		row.attemptCount > 1 && i18n.t("settings.deliveries.attempts", row.attemptCount),
		waitingText(row, queue, times, now),
	].filter(Boolean);
	return (
		<li
			data-index={place.index}
			aria-posinset={place.index + 1}
			aria-setsize={place.count}
			onFocus={focused}
			style={{ height: rowHeight, transform: `translateY(${place.start}px)` }}
			className={classNames(
				"absolute inset-x-0 top-0 flex items-stretch border-line border-b focus-within:z-10",
				isSelected ? "bg-accent-soft" : "hover:bg-sunken",
			)}
		>
			<label className="grid w-10 shrink-0 cursor-pointer place-items-center">
				<input
					type="checkbox"
					className="size-4 accent-accent"
					tabIndex={isCurrent ? 0 : -1}
					aria-label={i18n.t("settings.deliveries.select", [name])}
					checked={isSelected}
					// The change event does not say whether Shift was held.
					onClick={(event) => toggle(event.shiftKey)}
					onChange={() => undefined}
				/>
			</label>
			<a
				href={hrefOf({ route: "deliveries", target: targetOfDelivery(row.seq) })}
				tabIndex={isCurrent ? 0 : -1}
				className="flex min-w-0 flex-1 flex-col justify-center gap-0.5 py-1.5 pr-4 pl-1.5 outline-offset-[-2px]"
			>
				<span className="flex items-center gap-2">
					<span className="min-w-0 truncate font-medium tabular-nums">{name}</span>
					<Badge tone={tone}>
						<Icon aria-hidden className="size-3.5 shrink-0" />
						<span className="max-sm:sr-only">{i18n.t(`settings.deliveries.states.${row.status}`)}</span>
					</Badge>
					<time
						dateTime={new Date(row.storedAt).toISOString()}
						className="ml-auto shrink-0 text-[0.86rem] text-ink-soft tabular-nums"
					>
						{times.brief(row.storedAt, now)}
					</time>
				</span>
				<span className="truncate text-[0.86rem] text-ink-soft">{details.join(" · ")}</span>
			</a>
		</li>
	);
}
