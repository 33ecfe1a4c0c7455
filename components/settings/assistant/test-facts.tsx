import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { modelFailureText } from "@/components/assistant/model-failure-text";
import { useFormat } from "@/components/format/use-format";
import type { CallTest, ModelTest } from "@/lib/assistant/test-model";

/** What a model that answered was found to be like. */
export function TestFacts({ test: { text, firstTextMs, ms, pieces, usage, calls } }: { test: ModelTest }) {
	const { number } = useFormat();
	const seconds = (time: number) => i18n.t("settings.changes.seconds", [number(time / 1_000)]);
	return (
		<div className="mt-4" data-testid="model-test">
			<p className="flex items-center gap-1.5 font-medium text-good">
				<CircleCheck aria-hidden className="size-4" />
				{i18n.t("assistantSettings.test.works")}
			</p>
			<blockquote className="mt-2 max-h-40 overflow-y-auto whitespace-pre-wrap break-words rounded-lg bg-sunken px-3 py-2">
				{text || i18n.t("assistantSettings.test.noText")}
			</blockquote>
			<dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[0.93rem] tabular-nums [&_dt]:text-ink-soft">
				{firstTextMs !== undefined && (
					<Fact name={i18n.t("assistantSettings.test.first")}>{seconds(firstTextMs)}</Fact>
				)}
				<Fact name={i18n.t("assistantSettings.test.whole")}>{seconds(ms)}</Fact>
				<Fact name={i18n.t("assistantSettings.test.pieces")}>
					{i18n.t(pieces > 1 ? "assistantSettings.test.inPieces" : "assistantSettings.test.atOnce")}
				</Fact>
				<Fact name={i18n.t("assistantSettings.test.tokens")}>
					{usage
						? i18n.t("assistantSettings.test.tokenCounts", [
								number(usage.inputTokens),
								number(usage.outputTokens),
							])
						: i18n.t("assistantSettings.test.notTold")}
				</Fact>
				<Fact name={i18n.t("assistantSettings.test.calls")}>
					{calls ? <Calls calls={calls} /> : i18n.t("assistantSettings.test.notAsked")}
				</Fact>
			</dl>
		</div>
	);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<>
			<dt>{name}</dt>
			<dd className="min-w-0 break-words">{children}</dd>
		</>
	);
}

function Calls({ calls }: { calls: CallTest }) {
	switch (calls.result) {
		case "called":
			return (
				<span className="inline-flex items-center gap-1.5 text-good">
					<CircleCheck aria-hidden className="size-4" />
					{i18n.t("values.yes")}
				</span>
			);
		case "not-called":
		case "other":
			return (
				<>
					<span className="inline-flex items-center gap-1.5 text-warn">
						<TriangleAlert aria-hidden className="size-4 shrink-0" />
						{i18n.t(`assistantSettings.test.${calls.result === "other" ? "otherCall" : "noCall"}`)}
					</span>
					{calls.said && <code className="block text-[0.86rem]">{calls.said.slice(0, 300)}</code>}
				</>
			);
		case "failed": {
			const { title, text } = modelFailureText(calls.failure);
			return (
				<>
					<span className="inline-flex items-center gap-1.5 text-bad">
						<CircleX aria-hidden className="size-4 shrink-0" />
						{title}
					</span>
					<span className="block text-[0.86rem]">{text}</span>
				</>
			);
		}
	}
}
