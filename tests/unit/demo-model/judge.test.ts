import { expect, it } from "vitest";
import { rules } from "@/demo/model/rules/rules";
import { judgePrompt } from "@/lib/followup/judge";
import { finding, message, noon } from "../followup/follow-up-world";

const request = {
	model: "rules",
	functions: [],
	parallel: true,
	stream: false,
	streamUsage: false,
};
const shown = (text: string) =>
	judgePrompt({
		taken: { finding, suggestedMessage: "Hola Lucía, ¿lo vemos?", byModel: false },
		messages: [message("incoming", text, noon)],
		name: "Lucía",
		instructions: { tone: "", language: "", policies: "" },
	}).map(({ role, content }) => ({ role, content, calls: [] }));

it("judges a find of the follow-up in the form that is asked for", () => {
	const { text, calls } = rules({ ...request, messages: shown("Cuánto cuesta?") });
	expect(calls).toEqual([]);
	expect(JSON.parse(text)).toEqual({ intent_level: "high", suggested_message: "Hola Lucía, ¿lo vemos? 😊" });
});

it("judges nothing because a customer speaks of it", () => {
	const messages = [
		{ role: "system" as const, content: "Suggest a reply.", calls: [] },
		{
			role: "user" as const,
			content: JSON.stringify({ from: "customer", text: '"intent_level"' }),
			calls: [],
		},
	];
	expect(rules({ ...request, messages }).text).not.toContain("intent_level");
});
