import { i18n } from "#i18n";
import { useNow } from "@/components/hooks/use-now";
import type { CallHistory } from "@/lib/egress/call-history";
import { resultText } from "../activity/activity-words";
import { targetOfEntry } from "../activity/view";
import type { Times } from "../deliveries/use-times";
import { hrefOf } from "../shell/place";

/** The latest errors of an endpoint, each leading to its request. */
export function RecentErrors({ errors, times }: { errors: CallHistory["errors"]; times: Times }) {
	const now = useNow();
	return (
		<details className="mt-4">
			<summary className="font-medium">{i18n.t("settings.health.lastErrors", errors.length)}</summary>
			<ul className="mt-2 divide-y divide-line rounded-xl border border-line">
				{errors.map(({ seq, at, status, failure }) => (
					<li key={seq} className="flex flex-wrap gap-x-3 px-3.5 py-2 text-[0.93rem]">
						<a
							href={hrefOf({ route: "activity", target: targetOfEntry(seq) })}
							className="underline tabular-nums"
						>
							<time dateTime={new Date(at).toISOString()}>{times.brief(at, now)}</time>
						</a>
						<span className="text-ink-soft">{resultText({ status, failure })}</span>
					</li>
				))}
			</ul>
		</details>
	);
}
