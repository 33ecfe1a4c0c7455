import { Ban, Check, ChevronRight, KeyRound, LoaderCircle, TriangleAlert } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import type { CallFailure, CallProgress } from "@/lib/assistant/run";
import { isObject } from "@/lib/core/is-object";
import { wasSent } from "@/lib/functions/call-log";
import { ArgumentTable } from "./argument-table";
import { callFailureText } from "./call-failure-text";

/** In characters: so much of an answer is shown. */
const longestExcerpt = 4_000;

type CallItemProps = {
	/** What it is called where it is none of the user's functions. */
	title: string | undefined;
	name: string;
	given: string;
	progress: Exclude<CallProgress, { state: "waiting" }>;
};

/** A call of a function, folded: what was called with what, and what came of it. */
export function CallItem({ title, name, given, progress }: CallItemProps) {
	return (
		<details data-testid="call" className="group rounded-xl border border-line bg-surface">
			<summary className="flex list-none items-center gap-2 px-3 py-2 outline-offset-[-3px]">
				<CallIcon progress={progress} />
				<span className={classNames("min-w-0 truncate text-[0.86rem]", !title && "font-mono")}>
					{title ?? name}
				</span>
				<span className="ml-auto shrink-0">
					<CallBadge progress={progress} />
				</span>
				<ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft group-open:rotate-90" />
			</summary>
			<div className="space-y-2 px-3 pb-2.5">
				<Given text={given} />
				<Result progress={progress} />
			</div>
		</details>
	);
}

function CallIcon({ progress }: Pick<CallItemProps, "progress">) {
	const className = "size-4 shrink-0";
	if (progress.state === "running")
		return <LoaderCircle aria-hidden className={`${className} animate-spin text-ink-soft`} />;
	if (progress.state === "stopped") return <Ban aria-hidden className={`${className} text-ink-soft`} />;
	const { outcome } = progress;
	if (outcome.ok && isSuccess(outcome.value.status))
		return <Check aria-hidden className={`${className} text-good`} />;
	if (!outcome.ok && outcome.failure.reason === "refused")
		return <Ban aria-hidden className={`${className} text-ink-soft`} />;
	return <TriangleAlert aria-hidden className={`${className} text-bad`} />;
}

function CallBadge({ progress }: Pick<CallItemProps, "progress">) {
	const [tone, text] = badgeOf(progress);
	return <Badge tone={tone}>{text}</Badge>;
}

function badgeOf(progress: CallItemProps["progress"]): [Tone, string] {
	if (progress.state === "running") return ["neutral", i18n.t("assistantTab.call.running")];
	if (progress.state === "stopped") return ["neutral", i18n.t("assistantTab.call.stopped")];
	const { outcome, asked } = progress;
	if (!outcome.ok) {
		if (outcome.failure.reason === "refused") return ["neutral", i18n.t("assistantTab.call.refused")];
		// As the log of calls has it.
		return ["bad", i18n.t(`assistantTab.call.${mayHaveBeenSent(outcome.failure) ? "failed" : "notSent"}`)];
	}
	if (!isSuccess(outcome.value.status)) return ["bad", String(outcome.value.status)];
	return ["good", i18n.t(asked ? "assistantTab.call.approved" : "assistantTab.call.done")];
}

/** What the model wrote, as it is sent; text that is no object, as it came. */
function Given({ text }: { text: string }) {
	const label = i18n.t("assistantTab.call.arguments");
	const values = objectIn(text);
	if (!values) return <CodeBlock label={label} code={text.slice(0, longestExcerpt)} />;
	if (Object.keys(values).length === 0)
		return <p className="text-[0.86rem] text-ink-soft">{i18n.t("assistantTab.approval.noArguments")}</p>;
	return <ArgumentTable label={label} values={values} />;
}

function Result({ progress }: Pick<CallItemProps, "progress">) {
	const format = useFormat();
	const grant = useGrant();
	if (progress.state === "running") return null;
	if (progress.state === "stopped")
		return (
			<p className="text-[0.86rem] text-ink-soft">
				{i18n.t(progress.asked ? "assistantTab.call.stoppedAsking" : "assistantTab.call.stoppedRunning")}
			</p>
		);
	const { outcome } = progress;
	if (!outcome.ok) {
		const { failure } = outcome;
		return (
			<>
				<p className="whitespace-pre-line break-words text-[0.93rem]">{callFailureText(failure)}</p>
				{failure.reason === "permission-missing" && (
					<Button size="small" disabled={grant.data === true} onClick={() => grant.mutate(failure.origin)}>
						<KeyRound aria-hidden />
						{grant.data ? i18n.t("assistantTab.call.granted") : i18n.t("failures.grant")}
					</Button>
				)}
			</>
		);
	}
	const { status, text, cut, ms } = outcome.value;
	const isShort = text.length <= longestExcerpt;
	return (
		<div>
			<p className="mb-1 text-[0.86rem] text-ink-soft">
				{i18n.t("assistantTab.call.answered", [status, format.number(ms)])}
			</p>
			<CodeBlock
				label={i18n.t("assistantTab.call.result")}
				code={isShort ? indentJson(text) : `${text.slice(0, longestExcerpt)}…`}
			/>
			{cut && <p className="mt-1 text-[0.86rem] text-warn">{i18n.t("assistantTab.call.cut")}</p>}
		</div>
	);
}

const mayHaveBeenSent = (failure: CallFailure): boolean => {
	switch (failure.reason) {
		case "product-search":
			return true;
		case "too-many-calls":
			return false;
		default:
			return wasSent(failure);
	}
};

const isSuccess = (status: number) => status >= 200 && status < 300;

function objectIn(text: string): Record<string, unknown> | undefined {
	if (text.length > longestExcerpt) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
