import { i18n } from "#i18n";
import { argumentProblemText, functionFailureText } from "@/components/functions/failure-text";
import { useFunctionPreview } from "@/components/hooks/use-function-calls";
import { indentJson } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { HttpRequest } from "@/lib/core/http";
import type { FunctionFailure } from "@/lib/functions/call-outcome";
import type { CustomFunction } from "@/lib/functions/definition";

type RequestPreviewProps = {
	definition: CustomFunction;
	text: string;
	phone: string | undefined;
	/** Whether to say what is missing, which while somebody types is a nuisance. */
	showProblems: boolean;
};

/** Exactly what would be sent, with secrets masked. */
export function RequestPreview({ definition, text, phone, showProblems }: RequestPreviewProps) {
	const read = useFunctionPreview(definition, text, phone);
	return (
		<section aria-label={i18n.t("functionCalls.try.request")}>
			<h3 className="mb-1.5 font-semibold">{i18n.t("functionCalls.try.request")}</h3>
			{read?.ok && <Request request={read.value} />}
			{read?.ok === false && <NotYet failure={read.failure} told={showProblems} />}
		</section>
	);
}

function Request({ request: { method, url, headers, body } }: { request: HttpRequest }) {
	return (
		<div className="overflow-hidden rounded-lg bg-sunken p-3 font-mono text-[0.86rem] leading-relaxed">
			<p className="break-all">
				<span className="font-semibold">{method}</span> {url}
			</p>
			{Object.entries(headers).map(([name, value]) => (
				<p key={name} className="break-all text-ink-soft">
					{name}: {value}
				</p>
			))}
			{body !== undefined && (
				<pre className="mt-2 max-h-60 overflow-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
					{indentJson(body)}
				</pre>
			)}
		</div>
	);
}

function NotYet({ failure, told }: { failure: FunctionFailure; told: boolean }) {
	if (!told) return <p className="text-ink-soft">{i18n.t("functionCalls.try.requestLater")}</p>;
	return (
		<Notice tone="warn" title={functionFailureText(failure)}>
			<Problems failure={failure} />
		</Notice>
	);
}

/** What is wrong with each argument; nothing of any other failure. */
export function Problems({ failure }: { failure: FunctionFailure }) {
	if (failure.reason !== "arguments-invalid") return null;
	return (
		<ul className="list-disc pl-4">
			{failure.problems.map((problem) => (
				<li key={`${problem.pointer} ${problem.message}`} className="[overflow-wrap:anywhere]">
					{argumentProblemText(problem)}
				</li>
			))}
		</ul>
	);
}
