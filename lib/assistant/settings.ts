// Without zod: the panel's tab needs these, and not the schema, which is six times as large as all it asks a model with.
import type { Assistant } from "./settings-schema";

export type { Assistant };

export const providers = ["none", "openai-compatible", "built-in"] as const;
export type Provider = (typeof providers)[number];

export const mostMessages = 200;
/** In characters. */
export const longestPolicies = 20_000;
export const mostHeaders = 20;

export const defaultAssistant: Assistant = {
	provider: "none",
	preset: "",
	base_url: "",
	api_key: "",
	model: "",
	headers: {},
	streaming: true,
	functions: true,
	input_price: 0,
	output_price: 0,
	daily_token_limit: 0,
	daily_cost_limit: 0,
	tone: "",
	language: "",
	policies: "",
	messages: 30,
};

/** Whether there is a model to ask. */
export const hasModel = ({ provider, base_url, model }: Assistant): boolean =>
	provider === "built-in" || (provider === "openai-compatible" && base_url !== "" && model !== "");
