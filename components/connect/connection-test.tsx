import { CircleCheck, LoaderCircle } from "lucide-react";
import type { FormEvent } from "react";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { Highlights } from "@/components/customer/highlights";
import { KeyFigureGrid } from "@/components/customer/key-figures";
import { ReadingProblems } from "@/components/customer/reading-problems";
import type { ToolOutcome } from "@/components/hooks/use-tool";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { CustomerAnswer } from "@/lib/crm/customer";
import type { EndpointTest } from "@/lib/tools/test-crm-endpoint";

type ConnectionTestProps = {
	phone: string;
	setPhone(phone: string): void;
	outcome?: ToolOutcome<EndpointTest>;
	running: boolean;
	run(): void;
	back(): void;
	next(): void;
};

/** Tries the connection with a real number and shows the real answer, as the panel will read it and as it came. */
export function ConnectionTest({ phone, setPhone, outcome, running, run, back, next }: ConnectionTestProps) {
	const submit = (event: FormEvent) => {
		event.preventDefault();
		run();
	};
	const passed = outcome !== undefined && !outcome.isError;
	return (
		<>
			<form onSubmit={submit} className="flex items-end gap-2">
				<div className="min-w-0 flex-1">
					<Field label={i18n.t("connect.testPhone")}>
						{(props) => (
							<Input {...props} type="tel" value={phone} onChange={(event) => setPhone(event.target.value)} />
						)}
					</Field>
				</div>
				<Button type="submit" disabled={running}>
					{running && <LoaderCircle aria-hidden className="animate-spin" />}
					{i18n.t("connect.testAgain")}
				</Button>
			</form>
			<div aria-live="polite" className="mt-4 space-y-3">
				{running && <p className="text-ink-soft">{i18n.t("connect.testing")}</p>}
				{!running && outcome && <Outcome outcome={outcome} />}
			</div>
			<div className="mt-5 flex justify-end gap-2">
				<Button onClick={back}>{i18n.t("connect.back")}</Button>
				<Button look={passed ? "primary" : "secondary"} disabled={running || !outcome} onClick={next}>
					{i18n.t(passed ? "connect.toSave" : "connect.toSaveAnyway")}
				</Button>
			</div>
		</>
	);
}

function Outcome({ outcome: { isError, text, data, issues } }: { outcome: ToolOutcome<EndpointTest> }) {
	const failure = data?.failure && failureText(data.failure);
	const refused = issues.some(({ path }) => path === "test_phone") ? i18n.t("connect.invalidPhone") : text;
	const timing = data?.status !== undefined && `HTTP ${data.status} · ${data.latency_ms} ms`;
	return (
		<>
			{isError ? (
				<Notice tone="bad" title={failure?.title ?? i18n.t("connect.testFailed")}>
					{failure?.text ?? refused}
				</Notice>
			) : (
				<p className="flex items-center gap-1.5 font-medium text-good">
					<CircleCheck aria-hidden className="size-4" />
					{i18n.t("connect.works")}
				</p>
			)}
			{timing && <p className="text-[0.93rem] text-ink-soft tabular-nums">{timing}</p>}
			{data?.answer && <AnswerPreview answer={data.answer} />}
			{data?.raw && (
				<details>
					<summary className="text-[0.93rem] text-ink-soft">{i18n.t("connect.rawAnswer")}</summary>
					<pre
						// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
						tabIndex={0}
						className="mt-1.5 max-h-60 overflow-auto whitespace-pre-wrap break-all rounded-lg bg-sunken p-2.5 font-mono text-[0.8rem]"
					>
						{readable(data.raw)}
					</pre>
				</details>
			)}
		</>
	);
}

/** The answer as the panel will read it. */
function AnswerPreview({ answer }: { answer: CustomerAnswer }) {
	const customer = answer.customers[0];
	if (!customer) return <p>{i18n.t("connect.nobody")}</p>;
	return (
		<div className="-mx-3">
			<p className="mb-2 px-4 font-semibold text-[1.1rem]">
				{answer.customers.map(({ name }) => name).join(", ")}
			</p>
			<Highlights customer={customer} />
			<KeyFigureGrid customer={customer} />
			<ReadingProblems problems={answer.problems} />
		</div>
	);
}

/** Longest raw answer shown; the rest is cut with a mark. */
const mostCharacters = 20_000;

function readable(raw: string): string {
	const text = indent(raw);
	return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}\n…` : text;
}

function indent(raw: string): string {
	try {
		return JSON.stringify(JSON.parse(raw), null, 2);
	} catch {
		return raw;
	}
}
