import { expect, it } from "vitest";
import { likelyBaseUrl } from "@/lib/assistant/base-url-hint";

it.each([
	["http://localhost:11434", "http://localhost:11434/v1"],
	["http://localhost:11434/", "http://localhost:11434/v1"],
	["https://openrouter.ai/api", "https://openrouter.ai/api/v1"],
])("%s has probably %s for its base URL", (typed, likely) => {
	expect(likelyBaseUrl(typed)).toBe(likely);
});

it.each(["https://api.openai.com/v1", "https://models.example.com/v1beta/openai", "", "localhost"])(
	"%j is not known to be anything else",
	(typed) => {
		expect(likelyBaseUrl(typed)).toBeNull();
	},
);
