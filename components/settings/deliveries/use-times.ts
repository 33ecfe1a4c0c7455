import { useMemo } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";

export type Times = ReturnType<typeof createTimes>;

/** Times and durations, in ms, as people say them. */
export function useTimes(): Times {
	const { locale } = useFormat();
	return useMemo(() => createTimes(locale), [locale]);
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function createTimes(locale: string) {
	const brief = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
	const precise = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
	const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
	const unit = (name: string, value: number, digits = 0, unitDisplay: "long" | "short" = "long") =>
		new Intl.NumberFormat(locale, {
			style: "unit",
			unit: name,
			unitDisplay,
			maximumFractionDigits: digits,
		}).format(value);

	/** "3 hours", in the largest unit that still says something. */
	function duration(ms: number): string {
		if (ms < 90 * second) return unit("second", Math.max(Math.round(ms / second), 1));
		if (ms < 90 * minute) return unit("minute", Math.round(ms / minute));
		if (ms < 2 * day) return unit("hour", ms / hour, ms < 10 * hour ? 1 : 0);
		return unit("day", Math.round(ms / day));
	}

	return {
		duration,
		moment: (time: number) => brief.format(time),
		precise: (time: number) => precise.format(time),
		/** The time alone for today, with the date for other days. */
		brief: (time: number, now: number) =>
			new Date(time).toDateString() === new Date(now).toDateString()
				? clock.format(time)
				: brief.format(time),
		latency: (ms: number) =>
			ms < second
				? unit("millisecond", ms, 0, "short")
				: unit("second", ms / second, ms < 10 * second ? 1 : 0, "short"),
		/** "in 5 minutes". */
		ahead: (time: number, now: number) =>
			time - now < 2 * second
				? i18n.t("settings.deliveries.next.now")
				: i18n.t("settings.deliveries.next.in", [duration(time - now)]),
	};
}
