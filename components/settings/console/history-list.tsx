import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Badge, type Tone } from "@/components/ui/badge";
import type { CallOutcome, MadeCall } from "@/lib/tools/call-history";

const tones: Record<CallOutcome, Tone> = { done: "good", unconfirmed: "warn", failed: "bad", refused: "bad" };

type HistoryListProps = { calls: readonly MadeCall[]; load(text: string): void };

/** The calls that were made, newest first; a click writes one into the editor again, without its secrets. */
export function HistoryList({ calls, load }: HistoryListProps) {
	const { moment, number } = useFormat();
	return (
		<ol className="-mx-2">
			{calls.map(({ id, name, text, outcome, at, durationMs }) => (
				<li key={id}>
					<button
						type="button"
						disabled={text === null}
						onClick={() => text !== null && load(text)}
						className="flex w-full flex-wrap items-center gap-x-3 gap-y-0.5 rounded-lg px-2 py-1.5 text-left enabled:hover:bg-sunken"
					>
						<span className="min-w-0 flex-1 basis-52">
							<code className="block break-all">{name}</code>
							<span className="block truncate text-[0.86rem] text-ink-soft">
								{text === null ? i18n.t("settings.console.history.tooLong") : argumentsOf(text)}
							</span>
						</span>
						<span className="text-[0.86rem] text-ink-soft tabular-nums">
							{moment(new Date(at).toISOString())} · {number(Math.round(durationMs))} ms
						</span>
						<Badge tone={tones[outcome]}>{i18n.t(`settings.console.outcomes.${outcome}`)}</Badge>
					</button>
				</li>
			))}
		</ol>
	);
}

/** What tells one call of a tool from another, in a line. */
function argumentsOf(text: string): string {
	const call: { arguments?: unknown; params?: { arguments?: unknown } } = JSON.parse(text);
	return JSON.stringify(call.arguments ?? call.params?.arguments ?? {});
}
