import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import type { EgressEntry } from "@/lib/egress/entry";
import type { Times } from "../deliveries/use-times";
import type { RowPlace } from "../row-list";
import { hrefOf } from "../shell/place";
import { purposeName, resultText, stateLooks } from "./activity-words";
import { targetOfEntry } from "./view";

/** Every row is as high, in CSS pixels. */
export const rowHeight = 62;

type ActivityRowProps = { entry: EgressEntry; place: RowPlace; times: Times; now: number };

/** One request in the list: where to, what for, what was sent and how it went. Opens its details. */
export function ActivityRow({ entry, place, times, now }: ActivityRowProps) {
	const { icon: Icon, tone } = stateLooks[entry.state];
	const fields =
		entry.fields.length > 0
			? i18n.t("settings.activity.fields", [entry.fields.join(", ")])
			: i18n.t("settings.activity.noFields");
	return (
		<li
			data-index={place.index}
			aria-posinset={place.index + 1}
			aria-setsize={place.count}
			onFocus={place.focused}
			style={{ height: rowHeight, transform: `translateY(${place.start}px)` }}
			className="absolute inset-x-0 top-0 flex items-stretch border-line border-b focus-within:z-10 hover:bg-sunken"
		>
			<a
				href={hrefOf({ route: "activity", target: targetOfEntry(entry.seq) })}
				tabIndex={place.isCurrent ? 0 : -1}
				className="flex min-w-0 flex-1 flex-col justify-center gap-0.5 px-4 py-1.5 outline-offset-[-2px]"
			>
				<span className="flex items-center gap-2">
					<span className="min-w-0 truncate font-medium">{entry.host}</span>
					<Badge tone={tone}>
						<Icon aria-hidden className="size-3.5 shrink-0" />
						<span className="max-sm:sr-only">{i18n.t(`settings.activity.states.${entry.state}`)}</span>
					</Badge>
					<time
						dateTime={new Date(entry.at).toISOString()}
						className="ml-auto shrink-0 text-[0.86rem] text-ink-soft tabular-nums"
					>
						{times.brief(entry.at, now)}
					</time>
				</span>
				<span className="truncate text-[0.86rem] text-ink-soft">
					{[purposeName(entry), resultText(entry), times.latency(entry.ms), fields].join(" · ")}
				</span>
			</a>
		</li>
	);
}
