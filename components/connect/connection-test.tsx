import { Braces, CircleCheck, LoaderCircle } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { i18n } from "#i18n";
import { AnswerGapNotice } from "@/components/crm-answer/answer-gap-notice";
import { AnswerPreview } from "@/components/crm-answer/answer-preview";
import { failureText } from "@/components/customer/failure-text";
import type { ToolOutcome } from "@/components/hooks/use-tool";
import { Button } from "@/components/ui/button";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { readPhone } from "@/lib/contacts/phone";
import { answerGap, isBlank } from "@/lib/crm/answer-gap";
import type { EndpointTest } from "@/lib/tools/test-crm-endpoint";
import { OfBefore } from "./of-before";

type ConnectionTestProps = {
	phone: string;
	setPhone(phone: string): void;
	outcome?: ToolOutcome<EndpointTest>;
	running: boolean;
	run(): void;
	/** Leads to where an answer of another shape can be used. */
	mapAnswer(): void;
	back(): void;
	next(): void;
};

/** Tries the connection with a real number and shows the real answer, as the panel will read it and as it came. */
export function ConnectionTest({
	phone,
	setPhone,
	outcome,
	running,
	run,
	mapAnswer,
	back,
	next,
}: ConnectionTestProps) {
	const [invalid, setInvalid] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const readable = readPhone(phone) !== null;
		setInvalid(!readable);
		if (readable) run();
		else field.current?.focus();
	};
	const passed = outcome !== undefined && !outcome.isError;
	return (
		<>
			<form onSubmit={submit} className="flex items-start gap-2">
				<div className="min-w-0 flex-1">
					<Field
						label={i18n.t("connect.testPhone")}
						hint={i18n.t("states.unidentified.hint")}
						error={invalid ? i18n.t("states.unidentified.notAPhone") : undefined}
					>
						{(props) => (
							<Input
								{...props}
								ref={field}
								type="tel"
								value={phone}
								onChange={(event) => {
									setInvalid(false);
									setPhone(event.target.value);
								}}
							/>
						)}
					</Field>
				</div>
				<Button type="submit" className="mt-6" disabled={running}>
					{running && <LoaderCircle aria-hidden className="animate-spin" />}
					{i18n.t("connect.testAgain")}
				</Button>
			</form>
			<div aria-live="polite" className="mt-4 space-y-3">
				{running && <p className="text-ink-soft">{i18n.t("connect.testing")}</p>}
				{!running && outcome && invalid && <OfBefore />}
				{!running && outcome && <Outcome outcome={outcome} mapAnswer={mapAnswer} />}
			</div>
			<div className="mt-5 flex justify-end gap-2">
				<Button onClick={back}>{i18n.t("connect.back")}</Button>
				<Button look={passed ? "primary" : "secondary"} disabled={running} onClick={next}>
					{i18n.t(passed ? "connect.toSave" : "connect.toSaveAnyway")}
				</Button>
			</div>
		</>
	);
}

type OutcomeProps = Pick<ConnectionTestProps, "mapAnswer"> & { outcome: ToolOutcome<EndpointTest> };

function Outcome({ outcome: { isError, text, data }, mapAnswer }: OutcomeProps) {
	const failure = data?.failure && failureText(data.failure);
	const isOfAnotherShape = data?.failure?.reason === "unreadable-answer";
	const gap = data?.answer && answerGap(data.answer);
	const mapButton = (
		<Button size="small" onClick={mapAnswer}>
			<Braces aria-hidden />
			{i18n.t("connect.mapAnswer")}
		</Button>
	);
	const timing = data?.status !== undefined && `HTTP ${data.status} · ${data.latency_ms} ms`;
	return (
		<>
			{isError ? (
				<Notice
					tone="bad"
					title={failure?.title ?? i18n.t("connect.testFailed")}
					action={isOfAnotherShape && mapButton}
				>
					<p>{failure?.text ?? text}</p>
					{isOfAnotherShape && <p className="mt-1">{i18n.t("connect.mapAnswerText")}</p>}
				</Notice>
			) : gap ? (
				<AnswerGapNotice gap={gap} action={mapButton} />
			) : (
				<p className="flex items-center gap-1.5 font-medium text-good">
					<CircleCheck aria-hidden className="size-4" />
					{i18n.t("connect.works")}
				</p>
			)}
			{timing && <p className="text-[0.93rem] text-ink-soft tabular-nums">{timing}</p>}
			{data?.answer && !(gap && isBlank(data.answer)) && (
				<div className="-mx-3">
					<AnswerPreview answer={data.answer} />
				</div>
			)}
			{data?.raw && (
				<details>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">{i18n.t("connect.rawAnswer")}</summary>
					<CodeBlock label={i18n.t("connect.rawAnswer")} code={indentJson(data.raw)} className="max-h-60" />
				</details>
			)}
		</>
	);
}
