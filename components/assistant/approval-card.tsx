import { Check, ShieldQuestion, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ApprovalRequest } from "@/lib/functions/call-request";
import { ArgumentTable } from "./argument-table";
import { TimeLeft } from "./time-left";
import { useArmed } from "./use-armed";

/** A key so soon after the focus came was pressed for something else. */
const surpriseMs = 400;

type ApprovalCardProps = { request: ApprovalRequest; approve(): void; refuse(): void };

/**
 * A call that needs a person, exactly as it would be made. Agreeing takes a click or Enter on the button, which takes
 * neither before it has been there for a moment: a key that was meant for something else agrees to nothing.
 */
export function ApprovalCard({ request, approve, refuse }: ApprovalCardProps) {
	const { name, description, method, url, host, because, expiresAt } = request;
	const id = useId();
	const armed = useArmed();
	const [agreed, setAgreed] = useState(false);
	const card = useRef<HTMLElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const focusedAt = useRef(0);
	useEffect(() => {
		void card.current?.scrollIntoView({ block: "nearest" });
	}, []);
	useEffect(() => {
		// Whoever is writing goes on writing.
		if (armed && !isWriting(document.activeElement)) button.current?.focus({ preventScroll: true });
	}, [armed]);
	const agree = () => {
		if (!armed || agreed) return;
		setAgreed(true);
		approve();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		// A key that is held down from before, or came in the moment the focus did.
		if (event.repeat || event.timeStamp - focusedAt.current < surpriseMs) event.preventDefault();
	};
	return (
		<section
			ref={card}
			aria-labelledby={id}
			data-testid="approval"
			className="overflow-hidden rounded-xl border border-warn bg-surface"
		>
			<header className="flex items-start gap-2 bg-warn-soft px-3 py-2 text-warn">
				<ShieldQuestion aria-hidden className="mt-0.5 size-4 shrink-0" />
				<div className="min-w-0 flex-1">
					<h3 id={id} className="break-words font-semibold">
						{i18n.t("assistantTab.approval.title", [name])}
					</h3>
					<p className="text-ink text-[0.86rem]">{i18n.t(`assistantTab.approval.because.${because}`)}</p>
				</div>
			</header>
			<div className="space-y-2.5 px-3 py-2.5">
				{description && <p className="break-words text-[0.93rem]">{description}</p>}
				<div>
					<p className="flex min-w-0 items-center gap-1.5">
						<Badge tone={method === "GET" ? "neutral" : "warn"}>{method}</Badge>
						<span className="min-w-0 break-all font-medium">{host}</span>
					</p>
					<p className="mt-1 break-all font-mono text-[0.8rem] text-ink-soft">{url}</p>
				</div>
				{hasAny(request.arguments) ? (
					<ArgumentTable label={i18n.t("assistantTab.approval.arguments")} values={request.arguments} />
				) : (
					<p className="text-[0.86rem] text-ink-soft">{i18n.t("assistantTab.approval.noArguments")}</p>
				)}
				{hasAny(request.fixed) && (
					<ArgumentTable label={i18n.t("assistantTab.approval.fixed")} values={request.fixed} />
				)}
				<p className="text-[0.86rem]">{i18n.t(`assistantTab.approval.effect.${effectOf(method)}`, [host])}</p>
				<div className="flex flex-wrap items-center gap-2">
					<Button
						ref={button}
						look="primary"
						size="small"
						aria-disabled={!armed || agreed}
						className="aria-disabled:cursor-default aria-disabled:opacity-50"
						onClick={agree}
						onFocus={(event) => {
							focusedAt.current = event.timeStamp;
						}}
						onKeyDown={onKeyDown}
					>
						<Check aria-hidden />
						{i18n.t("assistantTab.approval.approve")}
					</Button>
					<Button size="small" disabled={agreed} onClick={refuse}>
						<X aria-hidden />
						{i18n.t("assistantTab.approval.refuse")}
					</Button>
					<TimeLeft until={expiresAt} />
				</div>
			</div>
		</section>
	);
}

const hasAny = (values: Record<string, unknown>) => Object.keys(values).length > 0;

function effectOf(method: string): "reads" | "deletes" | "writes" {
	if (method === "GET") return "reads";
	return method === "DELETE" ? "deletes" : "writes";
}

const isWriting = (element: Element | null) => element?.matches("input, textarea, select") ?? false;
