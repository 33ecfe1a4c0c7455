import { describe, expect, it } from "vitest";
import { analyseConversation } from "@/lib/followup/analyse-conversation";
import { languages } from "@/lib/followup/finding";
import { type Labelled, labelledConversations, toAnalyse } from "../../fixtures/followup/labelled";

const train = labelledConversations("train");
const holdOut = labelledConversations("hold-out");

const isFound = (labelled: Labelled): boolean => {
	const analysis = analyseConversation(toAnalyse(labelled));
	return analysis.found && analysis.finding.intentLevel !== "low";
};

describe("the labelled conversations", () => {
	it("are at least a hundred a language, a good part of which nobody should follow up", () => {
		for (const language of languages) {
			const all = [...train, ...holdOut].filter((labelled) => labelled.language === language);
			const wanted = all.filter(({ followup }) => followup).length;
			expect(all.length).toBeGreaterThanOrEqual(100);
			expect(wanted / all.length).toBeGreaterThan(0.35);
			expect(wanted / all.length).toBeLessThan(0.65);
		}
	});

	it("are not in both splits", () => {
		const known = new Set(train.map(({ messages }) => JSON.stringify(messages)));
		const twice = holdOut.filter(
			({ messages }) => messages.length > 1 && known.has(JSON.stringify(messages)),
		);
		expect(twice).toEqual([]);
	});

	it("have an intent and an outcome where they should be followed up, and no outcome elsewhere", () => {
		for (const { id, followup, intent, outcome, objection } of [...train, ...holdOut]) {
			const isRight = followup
				? (intent === "medium" || intent === "high") && outcome !== null
				: intent !== "medium" && intent !== "high" && outcome === null && objection === null;
			expect({ id, isRight }).toEqual({ id, isRight: true });
		}
	});
});

describe("on conversations it was not tuned by, at medium", () => {
	const found = holdOut.filter(isFound);

	it("at least 85 of a hundred finds are right", () => {
		expect(found.filter(({ followup }) => followup).length / found.length).toBeGreaterThanOrEqual(0.85);
	});

	it("at least 75 of a hundred are found", () => {
		const wanted = holdOut.filter(({ followup }) => followup);
		expect(wanted.filter(isFound).length / wanted.length).toBeGreaterThanOrEqual(0.75);
	});
});
