import { type DemoModel, say } from "../answer";
import { draftReply, type Served } from "./draft";
import { answerQuestion, summarize } from "./for-agent";
import { isJudged, judge } from "./judge";
import { callFor } from "./pick-function";
import { situationOf } from "./situation";
import { wishesOf } from "./wishes";

/**
 * A model of fixed rules: finds what the customer wants (an order, a change, a product), calls the functions that serve
 * it, all at once, and writes what they told. What it does not understand it does not answer.
 */
export const rules: DemoModel = (request) => {
	const situation = situationOf(request);
	if (isJudged(request, situation)) return judge(situation);
	const wishes = wishesOf(situation);
	if (situation.task === "summarize") return say(summarize(situation, wishes));
	const wanted = wishes.map((wish) => {
		const made = callFor(wish, request.functions);
		const answered = made && situation.answers.find(({ name }) => name === made.name);
		return { wish, made, answered };
	});
	const calls = wanted.flatMap(({ made, answered }) =>
		made && !answered ? [{ name: made.name, arguments: JSON.stringify(made.arguments) }] : [],
	);
	if (calls.length > 0) return { text: "", calls };
	const served: Served[] = wanted.map(({ wish, answered }) => ({ wish, answer: answered?.answer }));
	return say(situation.task === "ask" ? answerQuestion(situation, served) : draftReply(situation, served));
};
