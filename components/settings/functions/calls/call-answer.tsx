import { i18n } from "#i18n";
import { functionFailureText } from "@/components/functions/failure-text";
import { Badge } from "@/components/ui/badge";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { FunctionFailure } from "@/lib/functions/call-outcome";
import { AccessMissing } from "../../access-missing";
import { useTimes } from "../../deliveries/use-times";
import { Problems } from "../try/request-preview";

type CallAnswerProps = { answer: { status: number; text: string; cut: boolean; ms: number } };

/** What a server answered, as it came; JSON is indented. */
export function CallAnswer({ answer: { status, text, cut, ms } }: CallAnswerProps) {
	const times = useTimes();
	const isFine = status >= 200 && status <= 299;
	return (
		<section aria-label={i18n.t("functionCalls.answer.title")}>
			<div className="mb-2 flex flex-wrap items-center gap-2">
				<h3 className="font-semibold">{i18n.t("functionCalls.answer.title")}</h3>
				<Badge tone={isFine ? "good" : "bad"}>HTTP {status}</Badge>
				<span className="text-[0.93rem] text-ink-soft tabular-nums">{times.latency(ms)}</span>
				{cut && <Badge tone="warn">{i18n.t("functionCalls.answer.cut")}</Badge>}
			</div>
			{text === "" ? (
				<p className="text-ink-soft">{i18n.t("functionCalls.answer.none")}</p>
			) : (
				<CodeBlock label={i18n.t("functionCalls.answer.text")} code={indentJson(text)} />
			)}
		</section>
	);
}

/** Why there is no answer, and what can be done about it. */
export function CallFailure({ failure }: { failure: FunctionFailure }) {
	if (failure.reason === "permission-missing")
		return <AccessMissing pattern={failure.origin}>{functionFailureText(failure)}</AccessMissing>;
	return (
		<Notice tone="bad" title={functionFailureText(failure)}>
			<Problems failure={failure} />
		</Notice>
	);
}
