import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { type Attempt, isUnknown } from "@/lib/webhooks/delivery";
import { attemptReason, attemptResult } from "./delivery-words";
import type { Times } from "./use-times";

/** One attempt: when, how it went and how long it took; what was sent and what came back to be unfolded. */
export function AttemptItem({ attempt, times }: { attempt: Attempt; times: Times }) {
	const { number, startedAt, latencyMs, url, headers, answer, failure } = attempt;
	const reason = attemptReason(attempt);
	const lines = headers && Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	const request = i18n.t("settings.deliveries.detail.headers");
	const response = i18n.t("settings.deliveries.detail.answer");
	return (
		<li className="space-y-1.5 px-3.5 py-2.5">
			<p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
				<span className="font-medium">{i18n.t("settings.deliveries.detail.attempt", [String(number)])}</span>
				<Badge tone={failure ? (isUnknown(failure) ? "warn" : "bad") : "good"}>
					{attemptResult(attempt)}
				</Badge>
				<span className="text-[0.86rem] text-ink-soft tabular-nums">
					{[times.precise(startedAt), latencyMs !== undefined && times.latency(latencyMs)]
						.filter(Boolean)
						.join(" · ")}
				</span>
			</p>
			{reason && <p className="text-[0.93rem] text-ink-soft">{reason}</p>}
			{lines && (
				<details>
					<summary className="mb-1 text-[0.86rem] text-ink-soft">{request}</summary>
					<CodeBlock
						label={request}
						className="max-h-60"
						code={[...(url ? [`POST ${url}`] : []), ...lines].join("\n")}
					/>
				</details>
			)}
			{answer && (
				<details>
					<summary className="mb-1 text-[0.86rem] text-ink-soft">{response}</summary>
					<CodeBlock label={response} className="max-h-60" code={indentJson(answer)} />
				</details>
			)}
		</li>
	);
}
