import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import type { CallEntry } from "@/lib/functions/call-log";
import type { Times } from "../../deliveries/use-times";
import type { RowPlace } from "../../row-list";
import { hrefOf } from "../../shell/place";
import { approvalText, callLooks, callResult } from "./call-words";
import { targetOfCall } from "./view";

/** Every row is as high, in CSS pixels. */
export const rowHeight = 62;

type CallRowProps = { entry: CallEntry; place: RowPlace; times: Times; now: number };

/** One call in the list: of what, with what, how it went and who agreed. Opens its details. */
export function CallRow({ entry, place, times, now }: CallRowProps) {
	const { icon: Icon, tone } = callLooks[entry.state];
	const facts = [
		callResult(entry),
		entry.ms !== undefined && times.latency(entry.ms),
		approvalText(entry),
		entry.arguments,
	];
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
				href={hrefOf({ route: "functions", target: targetOfCall(entry.seq) })}
				tabIndex={place.isCurrent ? 0 : -1}
				className="flex min-w-0 flex-1 flex-col justify-center gap-0.5 px-4 py-1.5 outline-offset-[-2px]"
			>
				<span className="flex items-center gap-2">
					<span className="min-w-0 truncate font-medium font-mono">{entry.name}</span>
					<Badge tone={tone}>
						<Icon aria-hidden className="size-3.5 shrink-0" />
						<span className="max-sm:sr-only">{i18n.t(`functionCalls.states.${entry.state}`)}</span>
					</Badge>
					<time
						dateTime={new Date(entry.at).toISOString()}
						className="ml-auto shrink-0 text-[0.86rem] text-ink-soft tabular-nums"
					>
						{times.brief(entry.at, now)}
					</time>
				</span>
				<span className="truncate text-[0.86rem] text-ink-soft">{facts.filter(Boolean).join(" · ")}</span>
			</a>
		</li>
	);
}
