import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { useFunctionCall } from "@/components/hooks/use-function-calls";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { type CallEntry, longestKeptArguments } from "@/lib/functions/call-log";
import type { CustomFunction } from "@/lib/functions/definition";
import { useTimes } from "../../deliveries/use-times";
import { hrefOf } from "../../shell/place";
import { CallAnswer, CallFailure } from "./call-answer";
import { approvalText, callLooks } from "./call-words";
import { targetOfAgain } from "./view";

type CallDetailProps = { seq: number; back: string; functions: readonly CustomFunction[] };

/** All that is known of one call. Over the list, which stays as it was; `back` is that list's target. */
export function CallDetail({ seq, back, functions }: CallDetailProps) {
	const { data: entry } = useFunctionCall(seq);
	const close = () => location.replace(hrefOf({ route: "functions", target: back }));
	if (entry === undefined) return null;
	const canRunAgain =
		entry !== null &&
		entry.arguments.length < longestKeptArguments &&
		functions.some(({ name }) => name === entry.name);
	return (
		<Dialog
			wide
			title={entry ? entry.name : i18n.t("functionCalls.detail.missing")}
			close={close}
			actions={
				<>
					{canRunAgain && (
						<LinkButton href={hrefOf({ route: "functions", target: targetOfAgain(seq) })}>
							<RotateCcw aria-hidden />
							{i18n.t("functionCalls.again.button")}
						</LinkButton>
					)}
					<Button look="primary" onClick={close}>
						{i18n.t("settings.close")}
					</Button>
				</>
			}
		>
			{entry ? <Facts entry={entry} /> : <p>{i18n.t("settings.activity.detail.missingText")}</p>}
		</Dialog>
	);
}

function Facts({ entry }: { entry: CallEntry }) {
	const times = useTimes();
	const { icon: Icon, tone } = callLooks[entry.state];
	const { request, conversation, failure, status, text, cut, ms } = entry;
	return (
		<div className="space-y-4 text-ink">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
				<Badge tone={tone}>
					<Icon aria-hidden className="size-3.5" />
					{i18n.t(`functionCalls.states.${entry.state}`)}
				</Badge>
				<span className="text-[0.93rem] text-ink-soft">{times.precise(entry.at)}</span>
			</div>
			<dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[0.93rem] [&_dt]:text-ink-soft">
				{request && (
					<Fact name={i18n.t("functionCalls.detail.request")}>
						<code className="break-all">
							{request.method} {request.url}
						</code>
					</Fact>
				)}
				<Fact name={i18n.t("functionCalls.detail.approvedBy")}>
					{approvalText(entry) || i18n.t("functionCalls.approvedBy.nobody")}
				</Fact>
				{conversation !== undefined && (
					<Fact name={i18n.t("functionCalls.detail.conversation")}>
						<span className="break-all">{conversation.replace(/^\w+:/, "")}</span>
					</Fact>
				)}
			</dl>
			<div>
				<h3 className="mb-1.5 font-semibold">{i18n.t("functionCalls.arguments")}</h3>
				<CodeBlock label={i18n.t("functionCalls.arguments")} code={indentJson(entry.arguments)} />
			</div>
			{failure && <CallFailure failure={failure} />}
			{status !== undefined && (
				<CallAnswer answer={{ status, text: text ?? "", cut: cut ?? false, ms: ms ?? 0 }} />
			)}
		</div>
	);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</>
	);
}
