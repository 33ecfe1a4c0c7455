import { Braces, CircleCheck } from "lucide-react";
import { i18n } from "#i18n";
import { AnswerGapNotice } from "@/components/crm-answer/answer-gap-notice";
import { AnswerPreview } from "@/components/crm-answer/answer-preview";
import { failureText } from "@/components/customer/failure-text";
import type { ToolOutcome } from "@/components/hooks/use-tool";
import { Button } from "@/components/ui/button";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { type AnswerGap, isBlank } from "@/lib/crm/answer-gap";
import { curlCommand } from "@/lib/crm/curl";
import type { EndpointTest } from "@/lib/tools/test-crm-endpoint";

/** What a test came to: how the panel renders the answer, the answer as it came, and the request as it was sent. */
export function TestResult({
	outcome: { isError, text, data },
	gap,
	mapAnswer,
}: {
	outcome: ToolOutcome<EndpointTest>;
	/** What is missing in the answer. */
	gap?: AnswerGap;
	/** Leads to where an answer of another shape can be used; absent where this one cannot. */
	mapAnswer?(): void;
}) {
	const failure = data?.failure && failureText(data.failure);
	const facts = [
		data?.status !== undefined && `HTTP ${data.status}`,
		data?.latency_ms !== undefined && `${data.latency_ms} ms`,
	].filter(Boolean);
	const action = mapAnswer && (
		<Button size="small" onClick={mapAnswer}>
			<Braces aria-hidden />
			{i18n.t("connect.mapAnswer")}
		</Button>
	);
	return (
		<div className="mt-4 space-y-3">
			{isError ? (
				<Notice tone="bad" title={failure?.title ?? i18n.t("connect.testFailed")} action={action}>
					{failure?.text ?? text}
				</Notice>
			) : gap ? (
				<AnswerGapNotice gap={gap} action={action} />
			) : (
				<p className="flex items-center gap-1.5 font-medium text-good">
					<CircleCheck aria-hidden className="size-4" />
					{i18n.t("connect.works")}
				</p>
			)}
			{facts.length > 0 && <p className="text-[0.93rem] text-ink-soft tabular-nums">{facts.join(" · ")}</p>}
			{data?.answer && !(gap && isBlank(data.answer)) && (
				<figure>
					<figcaption className="mb-1.5 text-[0.93rem] text-ink-soft">
						{i18n.t("settings.endpoints.test.asShown")}
					</figcaption>
					<div className="max-w-[26rem] overflow-hidden rounded-xl border border-line bg-canvas">
						<AnswerPreview answer={data.answer} />
					</div>
				</figure>
			)}
			{data?.raw && (
				<details open={isError}>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">{i18n.t("connect.rawAnswer")}</summary>
					<CodeBlock label={i18n.t("connect.rawAnswer")} code={indentJson(data.raw)} />
				</details>
			)}
			{data?.steps?.map(({ raw, request }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the steps of a test that is over stay as they are
				<details key={index}>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">
						{i18n.t("settings.endpoints.test.step", [index + 2])}
					</summary>
					<p className="mb-1.5 break-all font-mono text-[0.86rem]">
						{request.method} {request.url}
					</p>
					<CodeBlock
						label={i18n.t("settings.endpoints.test.step", [index + 2])}
						code={indentJson(raw ?? "")}
					/>
				</details>
			))}
			{data?.mapped !== undefined && (
				<details>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">
						{i18n.t("settings.endpoints.test.mapped")}
					</summary>
					<CodeBlock
						label={i18n.t("settings.endpoints.test.mapped")}
						code={JSON.stringify(data.mapped, null, 2)}
					/>
				</details>
			)}
			{data?.request && (
				<details>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">
						{i18n.t("settings.endpoints.test.request")}
					</summary>
					<CodeBlock label={i18n.t("settings.endpoints.test.curl")} code={curlCommand(data.request)} />
				</details>
			)}
		</div>
	);
}
