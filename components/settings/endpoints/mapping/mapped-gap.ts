import { type AnswerGap, answerGap } from "@/lib/crm/answer-gap";
import type { EndpointAnswer } from "@/lib/crm/read-answer";
import { readExpression } from "@/lib/mapping/read-expression";

/** What is missing in what an expression `made`; where it was clicked, with the fields it was clicked for. */
export function mappedGap(answer: EndpointAnswer, expression: string, made: unknown): AnswerGap | undefined {
	const clicked = readExpression(expression);
	return answerGap(answer, { made, ...(clicked && { fields: [...clicked.keys()] }) });
}
