import { analyseConversation } from "../../../lib/followup/analyse-conversation";
import type { ConversationToAnalyse } from "../../../lib/followup/conversation";
import { languages } from "../../../lib/followup/finding";
import {
	type Labelled,
	labelledConversations,
	type Split,
	toAnalyse,
} from "../../fixtures/followup/labelled";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { holdsKeyword } from "./keyword-search";

/**
 * How often the analysis is right at medium, on labelled conversations it was not tuned by: of those it finds at most 15
 * of a hundred are wrong (precision 0.85), of those it should find it misses at most 25 (recall 0.75).
 */
export const followupQuality: Measurement = {
	rows: ["followup-wrong", "followup-missed"],
	async run() {
		const measured = count(labelledConversations("hold-out"), isFound);
		const goal = (atMost: number) => ({ of: "ours", at: "p50", atMost }) as const;
		return {
			judged: [
				judge({
					name: "followup-wrong",
					unit: "share",
					ours: [1 - precision(measured)],
					goal: goal(0.15),
				}),
				judge({ name: "followup-missed", unit: "share", ours: [1 - recall(measured)], goal: goal(0.25) }),
			],
			notes: (["train", "hold-out"] as const).map(report).join("\n\n"),
		};
	},
};

type Counts = { found: number; wrong: number; missed: number; left: number };

const isFound = (conversation: ConversationToAnalyse): boolean => {
	const analysis = analyseConversation(conversation);
	return analysis.found && analysis.finding.intentLevel !== "low";
};

const byKeyword = ({ messages, isGroup }: ConversationToAnalyse): boolean =>
	!isGroup && holdsKeyword(messages);

function count(all: readonly Labelled[], find: (conversation: ConversationToAnalyse) => boolean): Counts {
	const counts: Counts = { found: 0, wrong: 0, missed: 0, left: 0 };
	for (const labelled of all) {
		const isFoundHere = find(toAnalyse(labelled));
		if (isFoundHere) counts[labelled.followup ? "found" : "wrong"]++;
		else counts[labelled.followup ? "missed" : "left"]++;
	}
	return counts;
}

const precision = ({ found, wrong }: Counts) => found / (found + wrong);
const recall = ({ found, missed }: Counts) => found / (found + missed);

/** The confusion matrix of a split, by language, and what a search for keywords would do. */
function report(split: Split): string {
	const all = labelledConversations(split);
	const line = (name: string, counts: Counts) =>
		`${name.padEnd(22)}${[counts.found, counts.wrong, counts.missed, counts.left]
			.map((number) => String(number).padStart(8))
			.join("")}${precision(counts).toFixed(3).padStart(11)}${recall(counts).toFixed(3).padStart(8)}`;
	return [
		`${split.padEnd(22)}${["found", "wrong", "missed", "left"].map((head) => head.padStart(8)).join("")}  precision  recall`,
		...languages.map((language) =>
			line(
				language,
				count(
					all.filter((labelled) => labelled.language === language),
					isFound,
				),
			),
		),
		line("all", count(all, isFound)),
		line("a keyword search", count(all, byKeyword)),
	].join("\n");
}
