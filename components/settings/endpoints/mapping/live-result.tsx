import { AnswerGapNotice } from "@/components/crm-answer/answer-gap-notice";
import { AnswerPreview } from "@/components/crm-answer/answer-preview";
import { faultText } from "@/components/customer/failure-text";
import { isBlank } from "@/lib/crm/answer-gap";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { readMappedAnswer } from "@/lib/crm/read-mapped-answer";
import { InsertedText } from "./inserted-text";
import { mappedGap } from "./mapped-gap";

type LiveResultProps = {
	type: EndpointType;
	expression: string;
	/** What the expression made, as JSON text; undefined when that was nothing. */
	text: string | undefined;
};

/** What the panel shows of what a mapping made, and what is missing in it. */
export function LiveResult({ type, expression, text }: LiveResultProps) {
	const made = text === undefined ? undefined : JSON.parse(text);
	const read = readMappedAnswer(type, made);
	if (!read.ok)
		return (
			<p className="text-bad">
				{faultText({ problem: "wrong-shape", detail: read.failure, excerpt: text ?? "" })}
			</p>
		);
	const gap = mappedGap(read.value, expression, made);
	return (
		<div className="max-w-[26rem] space-y-2">
			{gap && <AnswerGapNotice gap={gap} />}
			{!(gap && isBlank(read.value)) && (
				<div className="overflow-hidden rounded-xl border border-line bg-canvas">
					<AnswerPreview answer={read.value} />
				</div>
			)}
			{read.value.kind === "products" && <InsertedText products={read.value.products} />}
		</div>
	);
}
