import { i18n } from "#i18n";
import { useTimeLeft } from "./use-time-left";

/** How long a person still has to agree. `until`: ms since the epoch. */
export function TimeLeft({ until }: { until: number }) {
	const seconds = useTimeLeft(until);
	const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
	return (
		<span role="timer" aria-live="off" className="ml-auto text-[0.86rem] text-ink-soft tabular-nums">
			{i18n.t("assistantTab.approval.timeLeft", [text])}
		</span>
	);
}
