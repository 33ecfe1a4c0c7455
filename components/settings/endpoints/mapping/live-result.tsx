import { AnswerPreview } from "@/components/crm-answer/answer-preview";
import { faultText } from "@/components/customer/failure-text";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { readMappedAnswer } from "@/lib/crm/read-mapped-answer";

/** What the panel shows of what a mapping made, as JSON text; undefined when that was nothing. */
export function LiveResult({ type, text }: { type: EndpointType; text: string | undefined }) {
	const read = readMappedAnswer(type, text === undefined ? undefined : JSON.parse(text));
	if (!read.ok)
		return (
			<p className="text-bad">
				{faultText({ problem: "wrong-shape", detail: read.failure, excerpt: text ?? "" })}
			</p>
		);
	return (
		<div className="max-w-[26rem] overflow-hidden rounded-xl border border-line bg-canvas">
			<AnswerPreview answer={read.value} />
		</div>
	);
}
