import { ArrowUp, Feather, ListCollapse, Smile, Zap } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { longestQuestion, type Task, type Tone, tones } from "@/lib/assistant/task";

type TaskBarProps = { busy: boolean; start(task: Task): void };

const icons: Record<Tone, typeof Smile> = { friendly: Smile, brief: Zap, formal: Feather };

/** What the assistant can be asked for. */
export function TaskBar({ busy, start }: TaskBarProps) {
	const id = useId();
	const [question, setQuestion] = useState("");
	const ask = (event: FormEvent) => {
		event.preventDefault();
		const asked = question.trim();
		if (asked === "" || busy) return;
		start({ kind: "ask", question: asked });
		setQuestion("");
	};
	return (
		<div className="shrink-0 space-y-2.5 border-line border-b bg-surface p-3">
			<section aria-labelledby={id}>
				<div className="mb-1.5 flex items-center gap-2">
					<h2 id={id} className="font-semibold text-[0.93rem]">
						{i18n.t("assistantTab.suggest")}
					</h2>
					<Button
						look="quiet"
						size="small"
						className="-my-1 -mr-1 ml-auto"
						disabled={busy}
						onClick={() => start({ kind: "summarize" })}
					>
						<ListCollapse aria-hidden />
						{i18n.t("assistantTab.summarize")}
					</Button>
				</div>
				<div className="grid grid-cols-3 gap-1.5">
					{tones.map((tone) => {
						const Icon = icons[tone];
						return (
							<Button
								key={tone}
								className="min-w-0 px-1.5 text-[0.93rem]"
								disabled={busy}
								onClick={() => start({ kind: "suggest", tone })}
							>
								<Icon aria-hidden className="text-accent-ink" />
								<span className="truncate">{i18n.t(`assistantTab.tones.${tone}`)}</span>
							</Button>
						);
					})}
				</div>
			</section>
			<form className="flex items-center gap-1.5" onSubmit={ask}>
				<Input
					aria-label={i18n.t("assistantTab.ask")}
					placeholder={i18n.t("assistantTab.ask")}
					maxLength={longestQuestion}
					value={question}
					onChange={(event) => setQuestion(event.target.value)}
				/>
				<Button
					type="submit"
					className="size-9 shrink-0 p-0"
					aria-label={i18n.t("assistantTab.askNow")}
					title={i18n.t("assistantTab.askNow")}
					disabled={busy || question.trim() === ""}
				>
					<ArrowUp aria-hidden />
				</Button>
			</form>
		</div>
	);
}
