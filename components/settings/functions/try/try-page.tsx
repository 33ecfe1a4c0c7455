import { i18n } from "#i18n";
import { useFunctionCall } from "@/components/hooks/use-function-calls";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { CustomFunction } from "@/lib/functions/definition";
import { hrefOf } from "../../shell/place";
import { TryFunction } from "./try-function";

/** A stored function, to be tried without changing it. */
export function TryPage({ definition }: { definition: CustomFunction }) {
	return (
		<>
			<Heading definition={definition} />
			<TryFunction definition={definition} current={definition.name} />
		</>
	);
}

/** A call that was made before, filled in to be made again; nothing is sent until the button is pressed. */
export function AgainPage({ seq, functions }: { seq: number; functions: readonly CustomFunction[] }) {
	const { data: call } = useFunctionCall(seq);
	if (call === undefined) return null;
	const definition = functions.find(({ name }) => name === call?.name);
	if (!call || !definition)
		return (
			<Notice
				tone="warn"
				title={i18n.t("functionCalls.again.gone")}
				action={
					<LinkButton href={hrefOf({ route: "functions", target: ":calls" })}>
						{i18n.t("functionCalls.tabs.calls")}
					</LinkButton>
				}
			/>
		);
	const [, phone] = /^phone:(\+\d+)$/.exec(call.conversation ?? "") ?? [];
	return (
		<>
			<Heading definition={definition} />
			<TryFunction
				definition={definition}
				current={definition.name}
				initial={call.arguments}
				initialPhone={phone}
			/>
		</>
	);
}

function Heading({ definition: { name, description } }: { definition: CustomFunction }) {
	return (
		<div className="max-w-[65ch]">
			<p>
				<a
					href={hrefOf({ route: "functions", target: name })}
					className="break-all font-mono font-semibold hover:underline"
				>
					{name}
				</a>
			</p>
			{description && <p className="break-words text-ink-soft">{description}</p>}
		</div>
	);
}
